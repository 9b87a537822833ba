import { picture } from './air.ts';
import { curve, downTo, gradient, height, n, place, spot, wavy, width } from './draw.ts';
import type { Random } from './random.ts';
import type { Spot } from './scene.ts';
import { netHeap, pot, rope, tyre } from './things.ts';

/** Under water: light from above, the bed, and what sank on it. */
export function drawSeabed({ around, things: r, look }: Spot): string {
  const [top, middle, deep] = around.pick([
    ['#7fb5a8', '#3f7f80', '#173f4a'],
    ['#86b6c4', '#3c7890', '#163b52'],
    ['#93b08c', '#55795f', '#22423a'],
  ] as const);
  let out =
    `<defs>${gradient('deep', [
      [0, top],
      [0.42, middle],
      [1, deep],
    ])}${gradient('bed', [
      [0, middle, 0.2],
      [0.3, '#6f7a62'],
      [1, '#3d4436'],
    ])}${spot('light', '#eafff4', 0.5)}</defs>` +
    `<rect width="${width}" height="${height}" fill="url(#deep)"/><ellipse cx="600" cy="-40" rx="760" ry="330" fill="url(#light)"/>`;
  for (let index = 0; index < 9; index += 1) {
    const x = around.between(-60, width);
    const wide = around.between(20, 90);
    out += `<path d="M${n(x)} 0L${n(x + wide)} 0L${n(x + wide * 2.4 - 120)} 640L${n(x - 150)} 640Z" fill="#eafff4" fill-opacity="${n(around.between(0.03, 0.1))}"/>`;
  }
  out += `<path d="${downTo(curve(wavy(around, 470, 60, 16, 130)))}" fill="url(#bed)"/>`;
  for (let index = 0; index < 150; index += 1) {
    const t = around.between(0, 1);
    out += `<ellipse cx="${n(around.between(0, width))}" cy="${n(540 + 250 * t)}" rx="${n(3 + 15 * t)}" ry="${n(1.4 + 4 * t)}" fill="${around.pick(['#8d957c', '#2f372b', '#a3a78b'])}" fill-opacity=".3"/>`;
  }
  if (look !== 'cleared') {
    out +=
      place(netHeap(r, 250, '#31564b', '#7fae9d'), [470, 650], 1.25, -3) +
      place(tyre(r), [880, 640], 1.7, 8) +
      place(tyre(r), [990, 700], 2, -6) +
      place(pot(r), [760, 720], 2, 12) +
      place(rope(r, 420, '#9c9a6a', 8), [620, 740], 1);
  }
  return picture(out + drawFish(around) + drawDust(r));
}

function drawFish(r: Random): string {
  const [cx, cy] = [r.between(300, 900), r.between(190, 360)];
  return Array.from({ length: 11 }, () =>
    place(
      `<path d="M-16 0q14 -11 30 0q-16 11 -30 0l-9 -7v14z" fill="#10303a" fill-opacity=".5"/>`,
      [cx + r.spread() * 190, cy + r.spread() * 80],
      r.between(0.6, 1.3),
      r.spread() * 12,
    ),
  ).join('');
}

function drawDust(r: Random): string {
  let dots = '';
  for (let index = 0; index < 170; index += 1)
    dots += `M${n(r.between(0, width))} ${n(r.between(0, height))}h.1`;
  return `<path d="${dots}" stroke="#eafff4" stroke-width="3" stroke-linecap="round" stroke-opacity=".3"/>`;
}
