import { drawAir, drawRipples, picture, weatherOf, type Weather } from './air.ts';
import { curve, downTo, gradient, height, n, place, wavy, width, type Point } from './draw.ts';
import type { Random } from './random.ts';
import type { Ashore, Spot } from './scene.ts';
import {
  bag,
  bottle,
  canister,
  crate,
  drum,
  foamBox,
  foamFloat,
  furniture,
  hull,
  log,
  netHeap,
  plasticBuoy,
  pot,
  rope,
  stick,
  syringe,
  tyre,
  type Thing,
} from './things.ts';

type Ground = 'sand' | 'pebble' | 'flat' | 'quay';

/** What the ground is where such things usually lie. */
const grounds = {
  floats: ['sand', 'sand', 'pebble'],
  mixed: ['sand', 'sand', 'pebble'],
  net: ['sand', 'flat', 'pebble'],
  pots: ['quay'],
  drum: ['pebble', 'sand'],
  algae: ['sand'],
  sargassum: ['sand'],
  hull: ['flat'],
  driftwood: ['sand'],
  dump: ['quay'],
  medical: ['flat'],
} as const satisfies Record<Ashore, readonly [Ground, ...Ground[]]>;

/** A beach, a mud flat or a quay, with the sea behind. */
export function drawShore(subject: Ashore, { day, around, things, look }: Spot): string {
  const weather = weatherOf(day);
  const ground = day.pick<Ground>(grounds[subject]);
  const horizon = look === 'near' ? around.between(70, 120) : around.between(190, 250);
  const water = horizon + (look === 'near' ? around.between(50, 90) : around.between(85, 150));
  const tilt = around.spread() * 90;
  const stage: Stage = { weather, ground, water, tilt, near: look === 'near' };
  return picture(
    drawAir(around, weather, horizon) +
      drawRipples(around, horizon + 3, water + 60, 150) +
      drawGround(around, stage) +
      drawStones(around, stage) +
      (look === 'cleared' ? drawTraces(things, stage) : drawThings(subject, things, stage)),
  );
}

type Stage = { weather: Weather; ground: Ground; water: number; tilt: number; near: boolean };

const groundColors = {
  sand: null,
  pebble: ['#8d8b83', '#a19e93', '#7f7c72'],
  flat: ['#7f786a', '#8d8474', '#6e6657'],
  quay: ['#a3a49f', '#b4b4ad', '#8c8c85'],
} as const satisfies Record<Ground, readonly [string, string, string] | null>;

function drawGround(r: Random, { weather, ground, water, tilt }: Stage): string {
  const [top, middle, bottom] = groundColors[ground] ?? weather.sand;
  const fills = `<defs>${gradient('ground', [
    [0, top],
    [0.45, middle],
    [1, bottom],
  ])}</defs>`;
  if (ground === 'quay') return fills + drawQuay(r, water);
  const line = wavy(r, water, tilt, 13, 85);
  const lower = (by: number, swing: number): Point[] =>
    line.map(([x, y]) => [x, y + by + r.spread() * swing]);
  const edge = curve(line);
  let out =
    `${fills}<path d="${downTo(curve(lower(-16, 3)))}" fill="#e7f0ec" fill-opacity=".25"/><path d="${downTo(edge)}" fill="${weather.wet}"/>` +
    `<path d="${downTo(curve(lower(34, 8)))}" fill="url(#ground)" fill-opacity=".55"/><path d="${downTo(curve(lower(54, 12)))}" fill="url(#ground)"/>` +
    `<path d="${curve(lower(-13, 4))}" stroke="#fff" stroke-width="3" stroke-opacity=".5" fill="none" stroke-dasharray="70 26 120 40"/>` +
    `<path d="${edge}" stroke="#fdfdf8" stroke-width="8" stroke-opacity=".92" fill="none" stroke-linejoin="round"/>` +
    `<path d="${curve(lower(7, 3))}" stroke="#fff" stroke-width="2.4" stroke-opacity=".45" fill="none" stroke-dasharray="30 14 8 20"/>`;
  out += drawRelief(r, water);
  out += ground === 'pebble' ? drawPebbles(r, water) : drawGrain(r, water, ground);
  return out;
}

function drawQuay(r: Random, water: number): string {
  const edge = water + 40;
  const joints = Array.from({ length: 7 }, (_, index) => {
    const x = -300 + index * 300;
    return `<path d="M${n(width / 2 + (x - width / 2) * 0.45)} ${n(edge)}L${x} ${height}" stroke="#6f6f69" stroke-width="2.4" stroke-opacity=".55"/>`;
  }).join('');
  const across = [0.18, 0.46, 0.86]
    .map(
      (t) =>
        `<path d="M0 ${n(edge + (height - edge) * t)}H${width}" stroke="#6f6f69" stroke-width="2" stroke-opacity=".4"/>`,
    )
    .join('');
  const stains = Array.from(
    { length: 24 },
    () =>
      `<ellipse cx="${n(r.between(0, width))}" cy="${n(r.between(edge + 30, height))}" rx="${n(r.between(14, 90))}" ry="${n(r.between(4, 16))}" fill="#55554f" fill-opacity=".13"/>`,
  ).join('');
  const bollards = [0.2, 0.74]
    .map((t) =>
      place(
        `<ellipse cx="5" cy="2" rx="24" ry="6" fill="#2a2118" fill-opacity=".3"/><path d="M-14 0V-30h28V0z" fill="#2f3a3e"/><ellipse cx="0" cy="-32" rx="22" ry="8" fill="#46545a"/>`,
        [width * t, edge + 26],
        1,
      ),
    )
    .join('');
  return (
    `<rect y="${n(edge - 14)}" width="${width}" height="18" fill="#5a5b57"/><rect y="${n(edge)}" width="${width}" height="${n(height - edge)}" fill="url(#ground)"/>` +
    `<rect y="${n(edge)}" width="${width}" height="7" fill="#e1c64d" fill-opacity=".75"/>${joints}${across}${stains}${bollards}`
  );
}

/** Long soft shades of wind and water on the ground. */
function drawRelief(r: Random, water: number): string {
  let out = '';
  for (let index = 0; index < 22; index += 1) {
    const t = r.between(0.12, 1);
    const y = water + (height - water) * t;
    const shade = r.chance(0.5) ? ['#fff6dc', 0.16] : ['#4a3822', 0.1];
    const points = wavy(r, y, r.spread() * 60, 5 + 12 * t, 200);
    out += `<path d="${curve(points)}" stroke="${shade[0]}" stroke-width="${n(5 + 26 * t)}" stroke-opacity="${shade[1]}" fill="none"/>`;
  }
  return out;
}

function drawGrain(r: Random, water: number, ground: Ground): string {
  let light = '';
  let dark = '';
  for (let index = 0; index < 900; index += 1) {
    const t = r.between(0, 1);
    const dot = `M${n(r.between(0, width))} ${n(water + 62 + (height - water - 62) * t)}h${n(1 + 2.4 * t)}`;
    if (index % 2) light += dot;
    else dark += dot;
  }
  const puddles =
    ground === 'flat'
      ? Array.from({ length: 11 }, () => {
          const t = r.between(0.1, 1);
          const rx = r.between(40, 150) * (0.4 + t);
          return `<ellipse cx="${n(r.between(0, width))}" cy="${n(water + 60 + (height - water - 60) * t)}" rx="${n(rx)}" ry="${n(rx * 0.11)}" fill="#c3cdca" fill-opacity=".34"/>`;
        }).join('')
      : '';
  return `${puddles}<path d="${light}" stroke="#fff4d6" stroke-width="1.7" stroke-opacity=".4"/><path d="${dark}" stroke="#3d2e1b" stroke-width="1.7" stroke-opacity=".3"/>`;
}

function drawPebbles(r: Random, water: number): string {
  const colors = ['#b7b4a9', '#96938a', '#7f7d77', '#a89f8d', '#8a8f90', '#c4c0b4'] as const;
  let out = '';
  const rows = 26;
  for (let row = 0; row < rows; row += 1) {
    const t = (row / rows) ** 1.4;
    const y = water + 52 + (height - water - 30) * t;
    const size = 4 + 21 * t;
    const paths = new Map<string, string>(colors.map((color) => [color, '']));
    for (let x = -20; x < width + 30; x += size * 2.1) {
      const rx = size * r.between(0.75, 1.25);
      const ry = rx * r.between(0.45, 0.62);
      const color = r.pick(colors);
      const [left, cy] = [x + r.spread() * size - rx, y + r.spread() * size * 0.4];
      const pebble = `M${n(left)} ${n(cy)}a${n(rx)} ${n(ry)} 0 0 1 ${n(2 * rx)} 0a${n(rx)} ${n(ry)} 0 0 1 ${n(-2 * rx)} 0`;
      paths.set(color, (paths.get(color) ?? '') + pebble);
    }
    for (const [color, path] of paths)
      out += `<path d="${path}" fill="${color}" stroke="#5a574f" stroke-width=".8"/>`;
  }
  return out;
}

function drawStones(r: Random, stage: Stage): string {
  if (stage.ground === 'quay') return '';
  const count = Math.round(r.between(1, 5));
  const side = r.chance(0.5) ? 0 : width;
  let out = '';
  for (let index = 0; index < count; index += 1) {
    const t = r.between(0.05, 0.5);
    const x = Math.abs(side - Math.abs(r.spread()) * 420);
    const half = r.between(40, 150) * (0.45 + t);
    const tall = half * r.between(0.5, 0.8);
    const color = r.pick(['#4b4a46', '#575148', '#46505a', '#5d564c'] as const);
    const top: Point[] = [
      [-half, 0],
      [-half * 0.72, -tall * 0.7],
      [-half * 0.1, -tall],
      [half * 0.55, -tall * 0.74],
      [half, 0],
    ];
    const points = top.map(([px, py]) => `${n(px + r.spread() * 6)} ${n(py)}`).join('L');
    out += place(
      `<ellipse cx="${n(half * 0.2)}" cy="3" rx="${n(half * 1.1)}" ry="${n(half * 0.17)}" fill="#211a12" fill-opacity=".33"/><path d="M${points}Z" fill="${color}"/>` +
        `<path d="M${n(-half * 0.72)} ${n(-tall * 0.7)}L${n(-half * 0.1)} ${n(-tall)}L${n(half * 0.12)} ${n(-tall * 0.45)}L${n(-half * 0.5)} ${n(-tall * 0.28)}Z" fill="#fff" fill-opacity=".12"/>` +
        `<path d="M${n(half * 0.12)} ${n(-tall * 0.45)}L${n(half * 0.55)} ${n(-tall * 0.74)}L${n(half)} 0H${n(half * 0.2)}Z" fill="#000" fill-opacity=".2"/>`,
      [x, stage.water + 55 + (height - stage.water) * t],
      1,
    );
  }
  return out;
}

/** Where on the ground, 0 far and 1 near, and how large things are there. */
function spotAt(stage: Stage, x: number, t: number): { point: Point; scale: number } {
  const shore = stage.water + 62 + stage.tilt * (x / width - 0.5) * (1 - t);
  return {
    point: [x, shore + (height + 10 - shore) * t],
    scale: stage.near ? 0.9 + 1.5 * t : 0.38 + 1.2 * t,
  };
}

/** Scatters things, the far ones first. `across` shifts where they are thickest. */
function scatter(r: Random, stage: Stage, count: number, kinds: readonly Thing[], size = 1): string {
  const center = r.between(0.3, 0.7) * width;
  const spots = Array.from({ length: count }, () => {
    const x = r.chance(0.6) ? center + r.spread() * width * 0.42 : r.between(0, width);
    return { x, t: r.between(0.02, 1) ** 1.15 };
  }).sort((a, b) => a.t - b.t);
  return spots
    .map(({ x, t }) => {
      const { point, scale } = spotAt(stage, x, t);
      return place(r.pick(kinds)(r), point, scale * size * r.between(0.75, 1.15), r.spread() * 26);
    })
    .join('');
}

const ropeColors = ['#1f6f5f', '#2f5fa8', '#22262a', '#c8b65f', '#3f8a72'] as const;

function ropes(r: Random, stage: Stage, count: number): string {
  return Array.from({ length: count }, () => {
    const { point, scale } = spotAt(stage, r.between(60, width - 60), r.between(0.1, 0.95));
    return place(
      rope(r, r.between(120, 300), r.pick(ropeColors), r.between(4, 8)),
      point,
      scale,
      r.spread() * 12,
    );
  }).join('');
}

function heap(r: Random, stage: Stage, half: number, x: number, t: number): string {
  const [color, line] = r.pick([
    ['#2c5a4d', '#78b09c'],
    ['#2d4a63', '#86a9c4'],
    ['#4a4033', '#b3a180'],
    ['#37503a', '#93b184'],
  ] as const);
  const { point, scale } = spotAt(stage, x, t);
  return place(netHeap(r, half, color, line), point, scale * 1.15);
}

function drawThings(subject: Ashore, r: Random, stage: Stage): string {
  const few = stage.near ? 0.32 : 1;
  switch (subject) {
    case 'floats':
      return (
        ropes(r, stage, 7 * few) +
        heap(r, stage, 70, r.between(150, 500), 0.25) +
        scatter(r, stage, 150 * few, [...Array.from({ length: 8 }, () => foamFloat), plasticBuoy, stick])
      );
    case 'mixed':
      return (
        ropes(r, stage, 6 * few) +
        scatter(r, stage, 130 * few, [bottle, bottle, bottle, stick, stick, foamFloat, crate, bag, foamBox])
      );
    case 'net':
      return (
        ropes(r, stage, 5) +
        heap(r, stage, 150, 330, 0.3) +
        heap(r, stage, 210, 720, 0.5) +
        ropes(r, stage, 3) +
        scatter(r, stage, 12, [stick, foamFloat])
      );
    case 'pots':
      return heap(r, stage, 110, 170, 0.3) + ropes(r, stage, 4) + rowsOfPots(r, stage) + ropes(r, stage, 2);
    case 'drum':
      return scatter(r, stage, 18, [stick, stick, bottle]) + drums(r, stage) + ropes(r, stage, 2);
    case 'algae':
    case 'sargassum':
      return (
        drawWeed(r, stage, subject === 'algae' ? ulva : brown) +
        scatter(r, stage, 46 * few, [bottle, foamFloat, bag, stick]) +
        ropes(r, stage, 5 * few)
      );
    case 'hull':
      return (
        scatter(r, stage, 12, [stick]) +
        place(hull(r), [600, 600], 1.15, r.spread() * 5 - 4) +
        scatter(r, stage, 7, [stick, bottle])
      );
    case 'driftwood':
      return (
        scatter(r, stage, 240 * few, [stick, stick, stick, stick, log, bottle, foamBox]) +
        scatter(r, stage, 26, [log, stick])
      );
    case 'dump':
      return (
        scatter(r, stage, 14, [bag, bag, tyre, canister]) +
        place(furniture(r), [640, 610], 1.5) +
        scatter(r, stage, 6, [tyre, bag])
      );
    case 'medical':
      return scatter(r, { ...stage, near: true }, 16, [syringe], 0.8) + scatter(r, stage, 10, [stick]);
  }
}

function rowsOfPots(r: Random, stage: Stage): string {
  let out = '';
  for (const [t, count, from] of [
    [0.22, 9, 420],
    [0.42, 8, 360],
    [0.66, 6, 380],
  ] as const) {
    for (let index = 0; index < count; index += 1) {
      const { point, scale } = spotAt(stage, from + index * (62 + 62 * t) * 1.25 + r.spread() * 8, t);
      out += place(pot(r), point, scale * 1.25, r.spread() * 4);
      if (r.chance(0.7))
        out += place(pot(r), [point[0] + 3, point[1] - 36 * scale * 1.25], scale * 1.25, r.spread() * 5);
    }
  }
  return out;
}

function drums(r: Random, stage: Stage): string {
  if (stage.near && r.chance(0.45)) {
    return [340, 560, 800]
      .map((x) => place(canister(r), [x, 590 + r.spread() * 46], 3.1, r.spread() * 9))
      .join('');
  }
  const size = stage.near ? 3.3 : 1.55;
  return place(drum(r), [600 + r.spread() * 120, stage.near ? 620 : 560], size, r.spread() * 8);
}

type Weed = { mats: readonly [string, string, string, string]; dark: string; light: string };

const ulva: Weed = { mats: ['#475a26', '#586e2c', '#667d33', '#52692b'], dark: '#2c3c16', light: '#93a952' };
const brown: Weed = { mats: ['#4f3f22', '#67512a', '#7a6233', '#5c4826'], dark: '#2f2412', light: '#b08f4e' };

/** A carpet of weed from the water's edge up the beach, thrown up in mounds. */
function drawWeed(r: Random, stage: Stage, { mats, dark, light }: Weed): string {
  let out = '';
  const spans = [
    [0, 0.5],
    [0.03, 0.66],
    [0.1, 0.58],
    [0.3, 0.74],
  ] as const;
  for (const [index, [from, to]] of spans.entries()) {
    const top = spotAt(stage, width / 2, from).point[1] - (from === 0 ? 34 : 0);
    const upper = wavy(r, top, stage.tilt * (1 - from), 13, 70);
    const lower = wavy(r, spotAt(stage, width / 2, to).point[1], stage.tilt * (1 - to), 44, 60).reverse();
    out += `<path d="${curve(upper)}L${curve(lower).slice(1)}Z" fill="${mats[index]}" fill-opacity=".92"/>`;
  }
  const mounds = Array.from({ length: 70 }, () => r.between(0.02, 0.76)).sort((a, b) => a - b);
  for (const t of mounds) {
    const { point, scale } = spotAt(stage, r.between(-40, width + 40), t);
    const rx = r.between(30, 120) * scale;
    const ry = rx * r.between(0.16, 0.3);
    const [x, y] = point;
    out +=
      `<ellipse cx="${n(x + rx * 0.08)}" cy="${n(y + ry * 0.4)}" rx="${n(rx * 1.04)}" ry="${n(ry * 0.9)}" fill="${dark}" fill-opacity=".42"/>` +
      `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(rx)}" ry="${n(ry)}" fill="${r.pick(mats)}"/>` +
      `<ellipse cx="${n(x - rx * 0.15)}" cy="${n(y - ry * 0.35)}" rx="${n(rx * 0.6)}" ry="${n(ry * 0.4)}" fill="${light}" fill-opacity=".2"/>`;
  }
  let low = '';
  let high = '';
  for (let index = 0; index < 1300; index += 1) {
    const t = r.between(0, 0.74);
    const { point, scale } = spotAt(stage, r.between(0, width), t);
    const tuft = `M${n(point[0])} ${n(point[1])}q${n(r.spread() * 16 * scale)} ${n(-9 * scale)} ${n(r.spread() * 26 * scale)} ${n(r.spread() * 8 * scale)}`;
    if (index % 2) high += tuft;
    else low += tuft;
  }
  return (
    `${out}<path d="${low}" stroke="${dark}" stroke-width="2.6" stroke-opacity=".5" fill="none"/>` +
    `<path d="${high}" stroke="${light}" stroke-width="2.2" stroke-opacity=".5" fill="none"/>`
  );
}

/** What a clean-up leaves: tracks of a machine or of a rake, a few sticks. */
function drawTraces(r: Random, stage: Stage): string {
  if (stage.ground === 'quay') return scatter(r, stage, 3, [stick], 0.6);
  let out = '';
  const start = r.between(200, 800);
  for (const gap of [0, 62]) {
    const points = [0.06, 0.25, 0.5, 0.8, 1.05].map((t): Point => {
      const { point } = spotAt(stage, start + (gap - 31) * (0.35 + t * 1.4) + Math.sin(t * 2.2) * 190, t);
      return point;
    });
    const path = curve(points);
    out +=
      `<path d="${path}" stroke="#3d2e1b" stroke-width="15" stroke-opacity=".13" fill="none"/>` +
      `<path d="${path}" stroke="#3d2e1b" stroke-width="14" stroke-opacity=".2" fill="none" stroke-dasharray="4 8"/>`;
  }
  return out + scatter(r, stage, 5, [stick], 0.7);
}
