import type { Random } from './random.ts';

/** Pictures are drawn in these units and rendered larger. */
export const width = 1200;
export const height = 800;

export type Point = readonly [x: number, y: number];

/** One decimal is enough for a picture. */
export const n = (value: number): string => value.toFixed(1);

/** A smooth curve through the points (Catmull-Rom as cubic Béziers). */
export function curve(points: readonly Point[]): string {
  const at = (index: number): Point => points[Math.min(Math.max(index, 0), points.length - 1)] ?? [0, 0];
  const [startX, startY] = at(0);
  let path = `M${n(startX)} ${n(startY)}`;
  for (let index = 0; index < points.length - 1; index += 1) {
    const [before, from, to, after] = [at(index - 1), at(index), at(index + 1), at(index + 2)];
    const a = [from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6] as const;
    const b = [to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6] as const;
    path += `C${n(a[0])} ${n(a[1])} ${n(b[0])} ${n(b[1])} ${n(to[0])} ${n(to[1])}`;
  }
  return path;
}

/** The curve, closed along the lower edge of the picture. */
export const downTo = (path: string, floor = height): string => `${path}L${width} ${floor}L0 ${floor}Z`;

/** Points of a wavy line across the picture. */
export function wavy(r: Random, y: number, tilt: number, swing: number, step = 100): Point[] {
  const points: Point[] = [];
  for (let x = -step; x <= width + step; x += step) {
    points.push([x, y + tilt * (x / width - 0.5) + r.spread() * swing]);
  }
  return points;
}

/** Top-down gradient fill under an id. */
export function gradient(
  id: string,
  stops: readonly (readonly [offset: number, color: string, opacity?: number])[],
): string {
  const inner = stops
    .map(
      ([offset, color, opacity = 1]) =>
        `<stop offset="${offset}" stop-color="${color}" stop-opacity="${opacity}"/>`,
    )
    .join('');
  return `<linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1">${inner}</linearGradient>`;
}

/** A soft round spot of light or shade under an id. */
export function spot(id: string, color: string, opacity: number): string {
  return (
    `<radialGradient id="${id}"><stop offset="0" stop-color="${color}" stop-opacity="${opacity}"/>` +
    `<stop offset="1" stop-color="${color}" stop-opacity="0"/></radialGradient>`
  );
}

/** A thing drawn around 0,0 (its foot), put on the ground at a size and an angle. */
export function place(drawing: string, [x, y]: Point, scale: number, angle = 0): string {
  return `<g transform="translate(${n(x)} ${n(y)}) rotate(${n(angle)}) scale(${scale.toFixed(3)})">${drawing}</g>`;
}

/** The soft shadow of a thing that stands at 0,0. */
export function shadow(
  halfWidth: number,
  halfHeight = halfWidth * 0.28,
  x = halfWidth * 0.18,
  y = 2,
): string {
  return `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(halfWidth)}" ry="${n(halfHeight)}" fill="#2a2118" fill-opacity=".3"/>`;
}
