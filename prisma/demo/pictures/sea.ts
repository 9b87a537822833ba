import { drawAir, drawCrest, drawRipples, picture, weatherOf } from './air.ts';
import { gradient, height, n, place, width } from './draw.ts';
import type { Random } from './random.ts';
import type { Afloat, Spot } from './scene.ts';
import {
  bottle,
  container,
  crate,
  foamBox,
  foamFloat,
  hull,
  log,
  netHeap,
  plasticBuoy,
  rope,
  stick,
} from './things.ts';

/** The open water, seen from a boat. */
export function drawSea(subject: Afloat, { day, around, things, look }: Spot): string {
  const weather = weatherOf(day);
  const horizon = around.between(210, 280);
  let out = drawAir(around, weather, horizon) + drawRipples(around, horizon + 3, height, 420, 1.6);
  for (const t of [0.12, 0.26, 0.46])
    out += drawCrest(around, horizon + (height - horizon) * t, 0.35 + t * 0.4);
  if (look !== 'cleared') out += drawFloating(subject, things, horizon);
  for (const t of [0.72, 0.94]) out += drawCrest(around, horizon + (height - horizon) * t, 0.5);
  return picture(out + drawBow(around));
}

function drawFloating(subject: Afloat, r: Random, horizon: number): string {
  switch (subject) {
    case 'raft':
      return drawRaft(r, horizon);
    case 'hazard':
      return (
        inWater(place(log(r), [880, 512], 1.35, r.spread() * 8), 880, 500, 130) +
        inWater(place(netHeap(r, 210, '#2c5a4d', '#78b09c'), [700, 578], 1.25), 700, 560, 280) +
        inWater(place(log(r), [470, 606], 2.1, r.spread() * 6), 470, 585, 190) +
        place(rope(r, 320, '#c8b65f', 6), [330, 640], 1)
      );
    case 'container':
      return inWater(place(container(), [600, 612], 1.45, -7), 600, 560, 330);
    case 'wreck':
      return inWater(place(hull(r), [590, 672], 1.2, 13), 600, 590, 330);
  }
}

/** A thing, cut off where the water hides it, with its dark mirror image and a line of foam. */
function inWater(drawing: string, x: number, y: number, half: number): string {
  const id = `above${n(x)}`;
  const line = `M${n(x - half * 1.3)} ${n(y)}q${n(half * 0.22)} -8 ${n(half * 0.44)} 1t${n(half * 0.44)} -2t${n(half * 0.44)} 3t${n(half * 0.44)} -2t${n(half * 0.44)} 1t${n(half * 0.44)} -1`;
  return (
    `<defs><clipPath id="${id}"><path d="${line}V-400H${n(x - half * 1.3)}Z"/></clipPath></defs>` +
    `<ellipse cx="${n(x)}" cy="${n(y + 14)}" rx="${n(half * 1.05)}" ry="${n(half * 0.12)}" fill="#16333d" fill-opacity=".42"/>` +
    `<g clip-path="url(#${id})">${drawing}</g>` +
    `<path d="M${n(x - half)} ${n(y - 1)}q${n(half * 0.25)} -7 ${n(half * 0.5)} 1t${n(half * 0.5)} -1t${n(half * 0.5)} 2t${n(half * 0.5)} -2" stroke="#f7fbf8" stroke-width="3.4" stroke-opacity=".75" fill="none" stroke-dasharray="60 18 120 30"/>`
  );
}

/** A line of drifting things that comes from the horizon towards the viewer. */
function drawRaft(r: Random, horizon: number): string {
  const fromLeft = r.chance(0.5);
  const [farX, nearX] = fromLeft
    ? [r.between(120, 420), r.between(640, 980)]
    : [r.between(780, 1080), r.between(220, 560)];
  const spots = Array.from({ length: 190 }, () => r.between(0.03, 1) ** 1.25).sort((a, b) => a - b);
  const kinds = [stick, stick, foamFloat, foamFloat, bottle, foamBox, crate, plasticBuoy, log] as const;
  let out = '';
  for (const t of spots) {
    const x = farX + (nearX - farX) * t + Math.sin(t * 7) * 60 * t + r.spread() * (110 + 300 * t);
    const y = horizon + 14 + (height - horizon - 30) * t;
    const scale = 0.16 + 0.95 * t;
    out += place(r.pick(kinds)(r), [x, y], scale, r.spread() * 20);
    out += `<path d="M${n(x - 34 * scale)} ${n(y)}q${n(17 * scale)} ${n(5 * scale)} ${n(34 * scale)} 0t${n(34 * scale)} 0v${n(7 * scale)}h${n(-68 * scale)}z" fill="#3f6a75" fill-opacity=".75"/>`;
    if (r.chance(0.35))
      out += `<path d="M${n(x - 30 * scale)} ${n(y)}q${n(16 * scale)} ${n(4 * scale)} ${n(32 * scale)} 0" stroke="#f7fbf8" stroke-width="${n(2.2 * scale)}" stroke-opacity=".7" fill="none"/>`;
  }
  return out;
}

/** The rail of the boat from which the picture was taken. */
function drawBow(r: Random): string {
  if (r.chance(0.4)) return '';
  const y = height - r.between(40, 70);
  return (
    `<defs>${gradient('rail', [
      [0, '#f2f1ea'],
      [0.5, '#cfd0c9'],
      [1, '#8c908d'],
    ])}</defs>` +
    `<path d="M-20 ${n(y + 30)}Q${width / 2} ${n(y - 26)} ${width + 20} ${n(y + 22)}V${height + 20}H-20Z" fill="url(#rail)"/>` +
    `<path d="M-20 ${n(y + 50)}Q${width / 2} ${n(y - 4)} ${width + 20} ${n(y + 42)}" stroke="#2f5c74" stroke-width="9" fill="none"/>`
  );
}
