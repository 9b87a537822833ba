import { curve, n, shadow, type Point } from './draw.ts';
import type { Random } from './random.ts';

/** A thing around 0,0, about 60 units wide, lying on the ground. */
export type Thing = (r: Random) => string;

/** Cylinder of styrene foam with its rope, weathered. */
export const foamFloat: Thing = (r) => {
  if (r.chance(0.3)) return `${shadow(15)}${foam(0, -9, 15, 12, r)}`;
  const half = r.between(20, 32);
  const bands = r.chance(0.5)
    ? `<path d="M${n(half * 0.3)} -21q5 9 -1 19" stroke="${r.pick(['#1f5a50', '#24405f', '#3b3b36'])}" stroke-width="3.4" fill="none"/>`
    : '';
  const marks = Array.from({ length: 3 }, () => dent(r, half * 0.7, 7, -11)).join('');
  return (
    `${shadow(half + 4, 9)}<rect x="${n(-half)}" y="-22" width="${n(half * 2)}" height="22" rx="10" fill="url(#foam)"/>` +
    `<rect x="${n(-half + 4)}" y="-20" width="${n(half * 2 - 10)}" height="5" rx="2.5" fill="#fff" fill-opacity=".55"/>${marks}${bands}`
  );
};

function foam(x: number, y: number, rx: number, ry: number, r: Random): string {
  return `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="url(#foam)"/>${dent(r, rx * 0.5, 4, y)}${dent(r, rx * 0.5, 4, y)}`;
}

function dent(r: Random, dx: number, dy: number, y: number): string {
  return `<ellipse cx="${n(r.spread() * dx)}" cy="${n(y + r.spread() * dy)}" rx="${n(r.between(1.5, 4.5))}" ry="${n(r.between(1, 2.2))}" fill="#b3b2a6" fill-opacity=".6"/>`;
}

/** Round plastic buoy of a farm. */
export const plasticBuoy: Thing = (r) => {
  const color = r.pick(['#d36b2c', '#2f4a63', '#1d1f22', '#c9a23a']);
  return (
    `${shadow(20)}<circle cx="0" cy="-17" r="19" fill="${color}"/><circle cx="0" cy="-17" r="19" fill="url(#round)"/>` +
    `<path d="M-17 -13q17 8 34 0" stroke="#0006" stroke-width="2" fill="none"/><ellipse cx="-6" cy="-25" rx="6" ry="4" fill="#fff" fill-opacity=".35"/>`
  );
};

/** PET bottle, clear or green. */
export const bottle: Thing = (r) => {
  const tint = r.pick(['#cfe3e2', '#a9cdbb', '#d9e2e8', '#8fb7a0']);
  const label = r.chance(0.55)
    ? `<rect x="-9" y="-15" width="18" height="13" fill="${r.pick(['#b6483a', '#e3d7c2', '#3a6a8c', '#d8b24a'])}" fill-opacity=".85"/>`
    : '';
  return (
    `${shadow(27, 6)}<path d="M-27 -14q0 -3 3 -3h36l9 5h5v8h-5l-9 4h-36q-3 0 -3 -3z" fill="${tint}" fill-opacity=".86"/>${label}` +
    `<path d="M-22 -14h32" stroke="#fff" stroke-width="2.4" stroke-opacity=".7"/><rect x="24" y="-13" width="5" height="9" rx="1.5" fill="${r.pick(['#2d6da3', '#e8e8e2', '#b6483a'])}"/>`
  );
};

/** Open fish crate. */
export const crate: Thing = (r) => {
  const [face, side, inside] = r.pick([
    ['#3f6f9e', '#2f5478', '#23405c'],
    ['#c2582f', '#944222', '#6d3019'],
    ['#d8c04a', '#a88f2f', '#7d6a20'],
  ] as const);
  const slits = [-24, -8, 8, 24]
    .map((x) => `<rect x="${x - 5}" y="-14" width="10" height="4" rx="1" fill="${inside}"/>`)
    .join('');
  return (
    `${shadow(42, 10)}<path d="M-38 -26L-28 -38H44L38 -26Z" fill="${inside}"/><path d="M38 -26L44 -38V-14L38 0Z" fill="${side}"/>` +
    `<rect x="-38" y="-26" width="76" height="26" fill="${face}"/><rect x="-38" y="-26" width="76" height="4" fill="#fff" fill-opacity=".18"/>${slits}`
  );
};

/** White foam box for fish. */
export const foamBox: Thing = () =>
  `${shadow(36, 9)}<path d="M-34 -22L-24 -31H40L34 -22Z" fill="#d9d8cf"/><path d="M34 -22L40 -31V-9L34 0Z" fill="#c4c2b6"/>` +
  `<rect x="-34" y="-22" width="68" height="22" fill="#f2f1ec"/><path d="M-34 -13H34" stroke="#cfcdc2" stroke-width="1.6"/>`;

/** Plastic bag half in the sand. */
export const bag: Thing = (r) => {
  const color = r.pick(['#e9e7e0', '#c7d3d8', '#b9484a', '#3c4a4d', '#dfe6d6']);
  return (
    `${shadow(24, 6)}<path d="M-24 0q-2 -12 9 -15q6 -10 14 -3q12 -4 14 7q12 2 11 11z" fill="${color}" fill-opacity=".9"/>` +
    `<path d="M-14 -3q7 -9 14 -2m-4 -9q6 6 14 10" stroke="#0003" stroke-width="1.6" fill="none"/>`
  );
};

/** Stick or board. */
export const stick: Thing = (r) => {
  const half = r.between(18, 46);
  const thick = r.between(3, 6.5);
  const bend = r.spread() * 7;
  const color = r.pick(['#6f5a41', '#8b7457', '#57483a', '#9c8a6d']);
  return (
    `<path d="M${n(-half)} 3Q0 ${n(bend + 4)} ${n(half)} 4" stroke="#2a2118" stroke-width="${n(thick)}" stroke-opacity=".25" fill="none" stroke-linecap="round"/>` +
    `<path d="M${n(-half)} 0Q0 ${n(bend)} ${n(half)} 0" stroke="${color}" stroke-width="${n(thick)}" fill="none" stroke-linecap="round"/>` +
    `<path d="M${n(-half + 3)} -1Q0 ${n(bend - 1.4)} ${n(half - 4)} -1.2" stroke="#fff" stroke-width="1.1" stroke-opacity=".25" fill="none"/>`
  );
};

/** Log with its cut face. */
export const log: Thing = (r) => {
  const half = r.between(50, 95);
  const lines = Array.from({ length: 5 }, () => {
    const y = -r.between(4, 22);
    const x = r.between(-half, half * 0.4);
    return `<path d="M${n(x)} ${n(y)}h${n(r.between(20, 60))}" stroke="#3d3023" stroke-width="1.4" stroke-opacity=".5"/>`;
  }).join('');
  return (
    `${shadow(half + 8, 11)}<rect x="${n(-half)}" y="-27" width="${n(half * 2)}" height="27" rx="7" fill="url(#bark)"/>${lines}` +
    `<ellipse cx="${n(half - 2)}" cy="-13.5" rx="8" ry="13.5" fill="#c0a077"/><ellipse cx="${n(half - 2)}" cy="-13.5" rx="4.5" ry="8" fill="none" stroke="#8d6f4a" stroke-width="1.4"/>`
  );
};

/** Steel drum on its side. */
export const drum: Thing = (r) => {
  const rust = Array.from({ length: 9 }, () => {
    const [x, y] = [r.between(-48, 44), -r.between(5, 52)];
    return `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(r.between(2, 9))}" ry="${n(r.between(1, 4))}" fill="#7a4a2c" fill-opacity=".55"/>`;
  }).join('');
  return (
    `${shadow(72, 14)}<path d="M-52 -58H52V0H-52Z" fill="#2c5f8a"/><path d="M-52 -58H52V0H-52Z" fill="url(#barrel)"/>` +
    `<ellipse cx="-52" cy="-29" rx="14" ry="29" fill="#3b73a1"/><ellipse cx="-52" cy="-29" rx="10.5" ry="24" fill="#2f618d"/>` +
    `<path d="M52 -58a14 29 0 0 1 0 58" fill="#234d70"/><circle cx="-55" cy="-44" r="3.6" fill="#c9ccc8"/>` +
    [-20, 18]
      .map(
        (x) =>
          `<path d="M${x} -58a14 29 0 0 1 0 58" fill="none" stroke="#1f4766" stroke-width="4.5"/><path d="M${x - 3} -58a14 29 0 0 1 0 58" fill="none" stroke="#6a9cc2" stroke-width="1.4"/>`,
      )
      .join('') +
    `<path d="M-4 -42h17v22h-19z" fill="#d9d3c2" fill-opacity=".75"/><path d="M-2 -36h11m-12 6h9" stroke="#8b8676" stroke-width="1.6"/>${rust}`
  );
};

/** Small canister for chemicals. */
export const canister: Thing = (r) =>
  `${shadow(30, 8)}<path d="M-24 0V-44q0 -5 5 -5h22l8 6h9q4 0 4 4V0Z" fill="${r.pick(['#d7dbd8', '#c9d4dc', '#e2ddc9'])}"/>` +
  `<path d="M-24 0V-44q0 -5 5 -5h5V0Z" fill="#fff" fill-opacity=".35"/><rect x="-15" y="-57" width="13" height="9" rx="2" fill="#33383b"/>` +
  `<path d="M8 -43v8h11" stroke="#8b938f" stroke-width="3" fill="none"/><rect x="-14" y="-30" width="26" height="20" fill="#f3efe2"/>` +
  `<path d="M-1 -28l9 9l-9 9l-9 -9z" fill="none" stroke="#22282b" stroke-width="1.8"/>`;

/** Tyre lying in the sand. */
export const tyre: Thing = () =>
  `${shadow(44, 12)}<ellipse cx="0" cy="-14" rx="42" ry="20" fill="#2b2c2b"/><ellipse cx="0" cy="-18" rx="41" ry="18" fill="#3a3b39"/>` +
  `<ellipse cx="0" cy="-18" rx="20" ry="8" fill="#171817"/><path d="M-40 -19a41 18 0 0 1 80 -2" stroke="#5c5d59" stroke-width="2" fill="none"/>`;

/** Mattress leaning on a wardrobe. */
export const furniture: Thing = () =>
  `${shadow(120, 18)}<path d="M-70 0V-120L30 -132V-8Z" fill="#8a6c4b"/><path d="M30 -132L62 -120V0L30 -8Z" fill="#654d34"/>` +
  `<path d="M-22 -2V-126" stroke="#5c452e" stroke-width="2.4"/><circle cx="-30" cy="-62" r="3" fill="#d6c69d"/><circle cx="-14" cy="-62" r="3" fill="#d6c69d"/>` +
  `<path d="M36 0L74 -96q3 -8 12 -6l22 6q7 3 5 11L84 2Z" fill="#e5dfd2"/><path d="M46 -8L84 -92m14 6L66 -4" stroke="#c2b8a4" stroke-width="2"/>` +
  `<path d="M70 -60q9 4 14 2m-24 22q9 5 14 3" stroke="#a89a83" stroke-width="3" fill="none"/>`;

/** Syringe without a needle, or a length of drip line. */
export const syringe: Thing = (r) => {
  if (r.chance(0.35)) {
    const points: Point[] = Array.from({ length: 7 }, (_, index) => [-48 + index * 16, -4 + r.spread() * 15]);
    return `<path d="${curve(points)}" fill="none" stroke="#2a2118" stroke-width="4" stroke-opacity=".18" transform="translate(3 4)"/><path d="${curve(points)}" fill="none" stroke="#dfe9e6" stroke-width="3.6" stroke-opacity=".9"/><rect x="-6" y="-9" width="14" height="7" rx="2" fill="#3f87a8"/>`;
  }
  return (
    `${shadow(44, 6)}<rect x="-30" y="-11" width="52" height="11" rx="2" fill="#e6eeec" fill-opacity=".92"/><path d="M-22 -11v4m8 -4v4m8 -4v4m8 -4v4m8 -4v4" stroke="#52666b" stroke-width="1.3"/>` +
    `<rect x="22" y="-8" width="11" height="5" fill="#3f87a8"/><path d="M33 -5.5h13" stroke="#aab4b4" stroke-width="1.6"/><path d="M-30 -5.5h-20m0 -6v12" stroke="#cfd8d5" stroke-width="3"/>`
  );
};

/** Collapsible crab pot: rings, netting and cord. */
export const pot: Thing = (r) => {
  const color = r.pick(['#2f6b58', '#3a3f43', '#5c4a30', '#2d5570']);
  const mesh = Array.from({ length: 9 }, (_, index) => {
    const x = -36 + index * 9;
    return `<path d="M${x} -34l8 32m0 -32l-8 32" stroke="${color}" stroke-width="1.2" stroke-opacity=".75"/>`;
  }).join('');
  return (
    `${shadow(46, 10)}<path d="M-40 -34V-4a40 11 0 0 0 80 0V-34" fill="#1c2522" fill-opacity=".4"/>${mesh}` +
    `<ellipse cx="0" cy="-4" rx="40" ry="11" fill="none" stroke="#2b2f2f" stroke-width="3"/><ellipse cx="0" cy="-34" rx="40" ry="11" fill="#1c2522" fill-opacity=".45"/>` +
    `<ellipse cx="0" cy="-34" rx="40" ry="11" fill="none" stroke="#454b4b" stroke-width="3.4"/><ellipse cx="0" cy="-34" rx="15" ry="4.4" fill="#0f1514"/>` +
    `<path d="M-40 -34q-6 -22 ${n(r.between(8, 40))} -16" stroke="#c9b37a" stroke-width="2.6" fill="none"/>`
  );
};

/** Loose rope of about `reach` units. */
export function rope(r: Random, reach: number, color: string, thick: number): string {
  const count = 9;
  const points: Point[] = Array.from({ length: count }, (_, index) => [
    -reach / 2 + (index * reach) / (count - 1) + r.spread() * reach * 0.16,
    r.spread() * reach * 0.11,
  ]);
  const path = curve(points);
  const stroke = `fill="none" stroke-linecap="round" stroke-linejoin="round"`;
  return (
    `<path d="${path}" ${stroke} stroke="#2a2118" stroke-width="${n(thick)}" stroke-opacity=".28" transform="translate(3 ${n(thick * 0.9)})"/>` +
    `<path d="${path}" ${stroke} stroke="${color}" stroke-width="${n(thick)}"/>` +
    `<path d="${path}" ${stroke} stroke="#fff" stroke-width="${n(thick * 0.3)}" stroke-dasharray="4 5" stroke-opacity=".35"/>`
  );
}

/** A heap of netting, `half` units to each side. */
export function netHeap(r: Random, half: number, color: string, line: string): string {
  const crest: Point[] = [];
  for (let index = 0; index <= 10; index += 1) {
    const t = index / 10;
    const bulge = Math.sin(Math.PI * t) ** 0.7;
    crest.push([-half + 2 * half * t, -bulge * half * 0.42 * r.between(0.75, 1.15)]);
  }
  const outline = `${curve(crest)}Q${n(half * 0.5)} ${n(half * 0.16)} 0 ${n(half * 0.12)}T${n(-half)} 0Z`;
  const strands = Array.from({ length: 46 }, () => {
    const x = r.spread() * half * 0.85;
    const y = -r.between(0, half * 0.34) * (1 - Math.abs(x) / half);
    const bend = r.spread() * half * 0.2;
    return `<path d="M${n(x)} ${n(y)}q${n(bend)} ${n(-half * 0.09)} ${n(bend * 2)} ${n(r.spread() * half * 0.1)}" stroke="${line}" stroke-width="${n(r.between(1, 2.6))}" fill="none" stroke-opacity="${n(r.between(0.3, 0.8))}"/>`;
  }).join('');
  const id = `mesh${Math.round(half)}`;
  return (
    `<defs><pattern id="${id}" width="13" height="10" patternUnits="userSpaceOnUse" patternTransform="rotate(${n(r.between(-18, 18))})">` +
    `<path d="M0 5L6.5 0L13 5L6.5 10Z" fill="none" stroke="${line}" stroke-width="1" stroke-opacity=".65"/></pattern></defs>` +
    `<ellipse cx="${n(half * 0.08)}" cy="6" rx="${n(half * 1.04)}" ry="${n(half * 0.13)}" fill="#2a2118" fill-opacity=".32"/>` +
    `<path d="${outline}" fill="${color}"/><path d="${outline}" fill="url(#${id})"/><path d="${outline}" fill="url(#heap)"/>${strands}`
  );
}

/** Stranded wooden boat, seen from the side. */
export function hull(r: Random): string {
  const [body, stripe] = r.pick([
    ['#5f7f8c', '#c9c3b2'],
    ['#7a4d3a', '#d6cdb8'],
    ['#4d6a57', '#cfc9b6'],
  ] as const);
  const planks = [0.25, 0.5, 0.75]
    .map(
      (t) =>
        `<path d="M${n(-250 + t * 22)} ${n(-96 + t * 84)}Q20 ${n(-54 + t * 66)} ${n(252 - t * 42)} ${n(-118 + t * 94)}" stroke="#0004" stroke-width="2.2" fill="none"/>`,
    )
    .join('');
  const stains = Array.from({ length: 16 }, () => {
    const x = r.between(-220, 210);
    return `<path d="M${n(x)} ${n(r.between(-84, -40))}v${n(r.between(12, 44))}" stroke="#6b4027" stroke-width="${n(r.between(2, 7))}" stroke-opacity=".3"/>`;
  }).join('');
  return (
    `${shadow(270, 26, 24, 6)}<path d="M-262 -104Q10 -54 268 -130Q256 -40 196 0H-206Q-246 -44 -262 -104Z" fill="${body}"/>` +
    `<path d="M-262 -104Q10 -54 268 -130Q256 -40 196 0H-206Q-246 -44 -262 -104Z" fill="url(#hullshade)"/>${planks}${stains}` +
    `<path d="M-262 -104Q10 -54 268 -130" stroke="${stripe}" stroke-width="9" fill="none"/>` +
    `<path d="M-150 -86V-168H-34V-78Z" fill="#d8d2c2"/><path d="M-150 -168H-34L-46 -184H-140Z" fill="#8d8674"/><path d="M-34 -168V-78L-18 -76V-160Z" fill="#a7a08e"/>` +
    `<rect x="-136" y="-154" width="34" height="26" fill="#27363b"/><rect x="-88" y="-154" width="34" height="26" fill="#1d292d"/><path d="M-88 -154l34 26" stroke="#55666a" stroke-width="2"/>` +
    `<path d="M92 -88V-214" stroke="#6d5a41" stroke-width="8"/><path d="M92 -208L214 -122M92 -208L-26 -168" stroke="#3c3a34" stroke-width="2"/>`
  );
}

/** Shipping container, half in the water when its foot is cut off by waves. */
export function container(): string {
  const ribs = Array.from(
    { length: 21 },
    (_, index) => `<path d="M${-190 + index * 18} -96V0" stroke="#0003" stroke-width="4"/>`,
  ).join('');
  return (
    `<path d="M-198 -100L-150 -132H232L182 -100Z" fill="#b0623a"/><path d="M182 -100L232 -132V-26L182 4Z" fill="#733619"/>` +
    `<rect x="-198" y="-100" width="380" height="104" fill="#9a4d29"/>${ribs}<rect x="-198" y="-100" width="380" height="7" fill="#c77f57"/>` +
    `<path d="M-198 -40q100 22 190 2t190 10V4H-198Z" fill="#3d2a1f" fill-opacity=".35"/>`
  );
}
