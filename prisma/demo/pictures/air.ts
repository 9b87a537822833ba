import { curve, downTo, gradient, height, n, spot, wavy, width } from './draw.ts';
import type { Random } from './random.ts';

/** Light of a day: sky from the top down, sea from the horizon down, how sand looks in it. */
export type Weather = {
  sky: readonly [string, string, string];
  sea: readonly [string, string, string];
  glow: string;
  far: string;
  sand: readonly [string, string, string];
  wet: string;
};

const weathers = [
  {
    sky: ['#8fa6ae', '#b9c6c6', '#dcdfd6'],
    sea: ['#6f8f95', '#5f868d', '#87a7a6'],
    glow: '#fff8e6',
    far: '#7e949b',
    sand: ['#b09a76', '#c6b18a', '#b39c74'],
    wet: '#7d6a50',
  },
  {
    sky: ['#5f93b8', '#9cc0d3', '#dfe9e4'],
    sea: ['#4b86a0', '#3f7d95', '#79aeb0'],
    glow: '#fffdf2',
    far: '#6f8fa3',
    sand: ['#c2a97d', '#d8c299', '#c4ab80'],
    wet: '#8c7453',
  },
  {
    sky: ['#8d96ad', '#d0b9ac', '#f1d9b6'],
    sea: ['#78889a', '#6d8190', '#a3a49b'],
    glow: '#ffe3b3',
    far: '#7f8797',
    sand: ['#ad9272', '#c8ab82', '#ab8f6b'],
    wet: '#775f49',
  },
  {
    sky: ['#7b8d99', '#9fadb1', '#c3cac6'],
    sea: ['#5c747d', '#516c76', '#7c9497'],
    glow: '#e9eee9',
    far: '#70828a',
    sand: ['#98876b', '#ad9a79', '#95835f'],
    wet: '#65573f',
  },
] as const satisfies readonly [Weather, ...Weather[]];

export function weatherOf(r: Random): Weather {
  return r.pick<Weather>(weathers);
}

/** Gradients that the things use. */
function sharedDefinitions(): string {
  return (
    gradient('foam', [
      [0, '#fffefa'],
      [0.6, '#ebe9e0'],
      [1, '#bdbbae'],
    ]) +
    gradient('bark', [
      [0, '#957a58'],
      [0.5, '#745d42'],
      [1, '#4a3b2a'],
    ]) +
    gradient('barrel', [
      [0, '#fff', 0.28],
      [0.35, '#fff', 0],
      [1, '#04101a', 0.55],
    ]) +
    gradient('heap', [
      [0, '#fff', 0.16],
      [0.5, '#000', 0],
      [1, '#000', 0.42],
    ]) +
    gradient('hullshade', [
      [0, '#fff', 0.14],
      [0.45, '#000', 0],
      [1, '#000', 0.45],
    ]) +
    spot('round', '#fff', 0.22) +
    spot('cloud', '#fff', 0.5) +
    spot('shade', '#4d5a60', 0.28)
  );
}

/** Sky with its clouds, the sea below it and, mostly, a headland or islands on the horizon. */
export function drawAir(r: Random, weather: Weather, horizon: number): string {
  const [high, mid, low] = weather.sky;
  const [far, middle, near] = weather.sea;
  const sunX = r.between(150, width - 150);
  let out =
    `<defs>${gradient('sky', [
      [0, high],
      [0.6, mid],
      [1, low],
    ])}${gradient('sea', [
      [0, far],
      [0.35, middle],
      [1, near],
    ])}${spot('sun', weather.glow, 0.75)}</defs>` +
    `<rect width="${width}" height="${n(horizon + 2)}" fill="url(#sky)"/>` +
    `<ellipse cx="${n(sunX)}" cy="${n(horizon * 0.75)}" rx="430" ry="${n(horizon * 0.75)}" fill="url(#sun)"/>`;
  for (let index = 0; index < 16; index += 1) {
    const t = r.between(0, 1);
    const y = horizon * (0.05 + t * 0.85);
    const rx = r.between(120, 380) * (1.15 - t * 0.6);
    const fill = r.chance(0.62) ? 'cloud' : 'shade';
    out += `<ellipse cx="${n(r.between(-80, width + 80))}" cy="${n(y)}" rx="${n(rx)}" ry="${n(rx * r.between(0.06, 0.16))}" fill="url(#${fill})"/>`;
  }
  out += `<rect y="${n(horizon)}" width="${width}" height="${n(height - horizon)}" fill="url(#sea)"/>`;
  if (r.chance(0.8)) out += drawLand(r, weather, horizon);
  out += `<ellipse cx="${n(sunX)}" cy="${n(horizon + 40)}" rx="300" ry="60" fill="url(#sun)" fill-opacity=".35"/>`;
  return out;
}

function drawLand(r: Random, weather: Weather, horizon: number): string {
  const fromLeft = r.chance(0.5);
  let out = '';
  for (const [opacity, size] of [
    [0.45, 1.1],
    [0.85, 0.8],
  ] as const) {
    const reach = r.between(320, 760) * size;
    const tall = r.between(26, 62) * size;
    const start = fromLeft ? -40 : width - reach;
    const ridge = Array.from({ length: 9 }, (_, index) => {
      const t = index / 8;
      const fall = fromLeft ? Math.cos((t * Math.PI) / 2) : Math.sin((t * Math.PI) / 2);
      return [start + t * (reach + 40), horizon - tall * fall * r.between(0.72, 1.1)] as const;
    });
    const first = ridge[0]?.[0] ?? 0;
    const last = ridge.at(-1)?.[0] ?? width;
    out += `<path d="${curve(ridge)}L${n(last + 30)} ${n(horizon + 1)}L${n(first - 30)} ${n(horizon + 1)}Z" fill="${weather.far}" fill-opacity="${opacity}"/>`;
  }
  if (r.chance(0.5)) {
    const x = fromLeft ? r.between(760, 1080) : r.between(90, 400);
    const half = r.between(24, 70);
    out += `<path d="M${n(x - half)} ${n(horizon + 1)}q${n(half * 0.5)} ${n(-half * 0.5)} ${n(half)} ${n(-half * 0.42)}t${n(half)} ${n(half * 0.42)}z" fill="${weather.far}" fill-opacity=".7"/>`;
  }
  return out;
}

/** Light and dark lines of small waves; larger and farther apart towards the viewer. */
export function drawRipples(r: Random, from: number, to: number, count: number, strength = 1): string {
  let light = '';
  let dark = '';
  for (let index = 0; index < count; index += 1) {
    const t = r.between(0, 1) ** 1.5;
    const y = from + (to - from) * t;
    const length = (12 + 130 * t) * r.between(0.5, 1.3);
    const line = `M${n(r.between(-60, width))} ${n(y)}q${n(length / 2)} ${n(-1.5 - 4 * t * strength)} ${n(length)} 0`;
    if (index % 2) light += line;
    else dark += line;
  }
  return (
    `<path d="${light}" stroke="#f4faf6" stroke-width="${n(1.2 * strength + 0.4)}" stroke-opacity=".26" fill="none"/>` +
    `<path d="${dark}" stroke="#1d3f4b" stroke-width="${n(1.4 * strength + 0.5)}" stroke-opacity=".2" fill="none"/>`
  );
}

/** A crest that runs across the picture, with its white line. */
export function drawCrest(r: Random, y: number, opacity: number): string {
  const crest = curve(wavy(r, y, r.spread() * 20, 5, 80));
  return (
    `<path d="${downTo(crest, Math.min(height, y + 34))}" fill="#163846" fill-opacity="${n(opacity * 0.25)}"/>` +
    `<path d="${crest}" stroke="#f7fbf8" stroke-width="3" stroke-opacity="${n(opacity)}" fill="none" stroke-linecap="round" stroke-dasharray="90 40 160 70 40 120"/>`
  );
}

/** Wraps drawn parts into a picture. */
export function picture(inner: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><defs>${sharedDefinitions()}</defs>${inner}${vignette()}</svg>`;
}

function vignette(): string {
  return (
    `<defs><radialGradient id="vignette" cx=".5" cy=".46" r=".78"><stop offset=".62" stop-color="#0a1418" stop-opacity="0"/>` +
    `<stop offset="1" stop-color="#0a1418" stop-opacity=".3"/></radialGradient></defs><rect width="${width}" height="${height}" fill="url(#vignette)"/>`
  );
}
