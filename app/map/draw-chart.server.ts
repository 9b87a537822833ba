import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { VectorTile, type VectorTileFeature } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import sharp from 'sharp';
import type { MapMark } from '#app/domain/briefing/briefing.ts';
import type { MapPicture } from '#app/domain/briefing/paper.ts';
import { fontOf, fontRuns } from '#app/domain/briefing/paper-fonts.server.ts';
import type { Language } from '#app/i18n/languages.ts';
import { baseBounds } from './basemap/read-source.ts';
import { readBaseTile } from './basemap/read-tile.server.ts';

type Place = { lat: number; lon: number };
type Spot = { x: number; y: number };
/** Its left upper corner and its size in the unit square of the projection, and pixels. */
type Frame = { left: number; top: number; scale: number; width: number; height: number };
type Bounds = { x0: number; y0: number; x1: number; y1: number };

/** Pixels; some 200 to the inch on A4. What is high and narrow gets a higher picture. */
const size = { width: 1400, height: 860, mostHeight: 1240 };
const tilePixels = 512;
const zooms = { min: 4, max: 11 };
/** A lone mark still shows the coast about it; degrees of longitude. */
const leastSpan = 1.2;
const markRadius = 17;
const step = markRadius * 2 + 3;
/** The light chart of app/map/style.ts. */
const colours = {
  ...{ sea: '#dfecec', land: '#f4f0e4', coast: '#5f7f86', lake: '#d3e6e8', seaName: '#1f4f5d' },
  ...{ city: '#25404a', halo: '#f7f5ec', mark: '#0b6477', paper: '#ffffff' },
  depths: ['#d3e6e8', '#c8dfe3', '#bdd8de', '#b1d0d8', '#a3c5cf', '#93b8c4'],
};
const depths = [10, 20, 40, 60, 100, 1000];

/**
 * A chart with marks as PNG, from the tiles of our own basemap and with labels as outlines of our own fonts: it looks the
 * same on every server. Marks that would hide each other stand aside, with a line to their place.
 */
export async function drawChart(marks: readonly MapMark[], language: Language): Promise<MapPicture> {
  const { frame, zoom } = frameOf(marks);
  const { width, height } = frame;
  const spots = marks.map((mark) => ({ mark, at: spotOf(mark, frame) }));
  const tiles = await readTiles(frame, zoom);
  const numbered = standApart(
    spots.filter(({ mark }) => mark.label !== null),
    frame,
  );
  const taken: Bounds[] = numbered.map(({ to }) => boxAround(to, markRadius));
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">`,
    `<rect width="100%" height="100%" fill="${colours.sea}"/>`,
    ...tiles.map(({ body }) => body),
    ...labels(tiles, frame, language, taken),
    ...spots.flatMap(({ mark, at }) => (mark.label === null ? [dot(at)] : [])),
    ...numbered.map(({ at, to }) => leader(at, to)),
    ...numbered.map(({ mark, to }) => disc(mark, to)),
    `<rect x="1" y="1" width="${width - 2}" height="${height - 2}" fill="none" stroke="${colours.coast}" stroke-width="2"/>`,
    '</svg>',
  ].join('');
  const png = await sharp(Buffer.from(svg)).png({ palette: true }).toBuffer();
  return { png: new Uint8Array(png), width, height };
}

/** Web Mercator of the unit square. */
function mercator({ lat, lon }: Place): Spot {
  const sine = Math.sin((lat * Math.PI) / 180);
  return { x: lon / 360 + 0.5, y: 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI) };
}

/** What holds all places with some water around them, and nothing that our basemap does not have. */
function frameOf(places: readonly Place[]): { frame: Frame; zoom: number } {
  const spots = places.map(mercator);
  const side = (values: number[]) => ({ from: Math.min(...values), to: Math.max(...values) });
  const x = side(spots.map((spot) => spot.x));
  const y = side(spots.map((spot) => spot.y));
  const [west, south, east, north] = baseBounds;
  const corner = { from: mercator({ lat: north, lon: west }), to: mercator({ lat: south, lon: east }) };
  const margin = 1.3;
  const high = (y.to - y.from) * margin;
  const wide = Math.max(leastSpan / 360, (x.to - x.from) * margin, (high * size.width) / size.mostHeight);
  const span = Math.min(corner.to.x - corner.from.x, wide);
  const scale = size.width / span;
  const height = Math.round(Math.min(size.mostHeight, Math.max(size.height, high * scale)));
  const within = (middle: number, length: number, from: number, to: number) =>
    Math.max(from, Math.min(middle - length / 2, to - length));
  const frame = {
    left: within((x.from + x.to) / 2, span, corner.from.x, corner.to.x),
    top: within((y.from + y.to) / 2, height / scale, corner.from.y, corner.to.y),
    ...{ scale, width: size.width, height },
  };
  const zoom = Math.round(Math.log2(scale / tilePixels));
  return { frame, zoom: Math.min(zooms.max, Math.max(zooms.min, zoom)) };
}

function spotOf(place: Place, { left, top, scale }: Frame): Spot {
  const { x, y } = mercator(place);
  return { x: (x - left) * scale, y: (y - top) * scale };
}

type DrawnTile = { body: string; names: { feature: VectorTileFeature; at: Spot }[] };
const unzip = promisify(gunzip);

async function readTiles({ left, top, scale, width, height }: Frame, zoom: number): Promise<DrawnTile[]> {
  const count = 2 ** zoom;
  const first = { x: Math.floor(left * count), y: Math.floor(top * count) };
  const last = {
    x: Math.floor((left + width / scale) * count),
    y: Math.floor((top + height / scale) * count),
  };
  const drawn: DrawnTile[] = [];
  for (let x = first.x; x <= last.x; x++) {
    for (let y = first.y; y <= last.y; y++) {
      const stored = await readBaseTile(zoom, x, y);
      if (!stored) continue;
      // On whole pixels, or light shines through between two tiles.
      const edge = (tile: number, from: number) => Math.round((tile / count - from) * scale);
      const box = { x0: edge(x, left), y0: edge(y, top), x1: edge(x + 1, left), y1: edge(y + 1, top) };
      drawn.push(drawTile(new VectorTile(new PbfReader(await unzip(stored.bytes))), box));
    }
  }
  return drawn;
}

function drawTile(tile: VectorTile, { x0, y0, x1, y1 }: Bounds): DrawnTile {
  const width = x1 - x0;
  const features = (name: string) => {
    const layer = tile.layers[name];
    return layer ? Array.from({ length: layer.length }, (_, index) => layer.feature(index)) : [];
  };
  const place = (feature: VectorTileFeature, { x, y }: Spot): Spot => ({
    x: x0 + (x / feature.extent) * width,
    y: y0 + (y / feature.extent) * (y1 - y0),
  });
  const pathOf = (feature: VectorTileFeature) =>
    feature
      .loadGeometry()
      .map((ring) => {
        const [start, ...rest] = ring.map((point) => place(feature, point)).map(spotText);
        return start ? `M${start}L${rest.join(' ')}Z` : '';
      })
      .join('');
  const fill = (feature: VectorTileFeature, colour: string, more = '') =>
    `<path d="${pathOf(feature)}" fill="${colour}" fill-rule="evenodd"${more}/>`;
  const clip = `c${x0}_${y0}`.replaceAll('-', 'm');
  const byDepth = [...features('bathy')].sort((a, b) => depthOf(a) - depthOf(b));
  return {
    body: [
      `<clipPath id="${clip}"><rect x="${x0}" y="${y0}" width="${width}" height="${y1 - y0}"/></clipPath>`,
      `<g clip-path="url(#${clip})">`,
      ...byDepth.map((feature) => fill(feature, depthColour(depthOf(feature)))),
      ...features('land').map((feature) =>
        fill(feature, colours.land, ` stroke="${colours.coast}" stroke-width="1.4"`),
      ),
      ...features('lakes').map((feature) => fill(feature, colours.lake)),
      '</g>',
    ].join(''),
    names: features('places').flatMap((feature) => {
      const [[point] = []] = feature.loadGeometry();
      return point ? [{ feature, at: place(feature, point) }] : [];
    }),
  };
}

function depthOf({ properties }: VectorTileFeature): number {
  return Number(properties['d'] ?? 0);
}

function depthColour(depth: number): string {
  const at = depths.findLastIndex((from) => depth >= from);
  return colours.depths[at] ?? colours.sea;
}

const fontSizes = { sea: 30, capital: 27, city: 24 } as const;

/** Seas and towns where nothing else stands, the more important first. */
function labels(tiles: readonly DrawnTile[], frame: Frame, language: Language, taken: Bounds[]): string[] {
  const seen = new Set<unknown>();
  const names = tiles
    .flatMap((tile) => tile.names)
    .sort((a, b) => Number(a.feature.properties['minz']) - Number(b.feature.properties['minz']));
  const drawn: string[] = [];
  for (const { feature, at } of names) {
    const { kind, en } = feature.properties;
    const name = feature.properties[language] ?? en;
    if (kind !== 'sea' && kind !== 'capital' && kind !== 'city') continue;
    if (typeof name !== 'string' || seen.has(en)) continue;
    const text = outline(kind === 'sea' && language === 'en' ? name.toUpperCase() : name, {
      ...{ language, size: fontSizes[kind], bold: false, spacing: kind === 'sea' ? 3 : 0 },
    });
    const sea = kind === 'sea';
    const to = sea
      ? { x: at.x - text.width / 2, y: at.y + fontSizes[kind] / 3 }
      : { x: at.x + 9, y: at.y + fontSizes[kind] / 3 };
    const box = { x0: to.x - 12, y0: to.y - fontSizes[kind], x1: to.x + text.width + 4, y1: to.y + 8 };
    const outside = box.x0 < 8 || box.y0 < 8 || box.x1 > frame.width - 8 || box.y1 > frame.height - 8;
    if (outside || taken.some((other) => overlap(box, other))) continue;
    seen.add(en);
    taken.push(box);
    const [colour, halo] = sea ? [colours.seaName, colours.sea] : [colours.city, colours.halo];
    drawn.push(
      `<g transform="translate(${spotText(to)})"><path d="${text.path}" fill="none" stroke="${halo}" stroke-width="5" stroke-linejoin="round"/><path d="${text.path}" fill="${colour}"/></g>`,
      ...(sea
        ? []
        : [
            `<circle cx="${at.x.toFixed(1)}" cy="${at.y.toFixed(1)}" r="3.5" fill="${colours.halo}" stroke="${colours.city}" stroke-width="1.6"/>`,
          ]),
    );
  }
  return drawn;
}

type TextLook = { language: Language; size: number; bold: boolean; spacing: number };

/** A text as a path that begins at 0,0 on its base line. */
function outline(
  text: string,
  { language, size: em, bold, spacing }: TextLook,
): { path: string; width: number } {
  let x = 0;
  const paths: string[] = [];
  for (const { family, text: run } of fontRuns(text, language)) {
    const font = fontOf(family, bold);
    const scale = em / font.unitsPerEm;
    const { glyphs, positions } = font.layout(run);
    for (const [index, glyph] of glyphs.entries()) {
      paths.push(glyph.path.scale(scale, -scale).translate(x, 0).toSVG());
      x += (positions[index]?.xAdvance ?? 0) * scale + spacing;
    }
  }
  return { path: paths.join(''), width: x };
}

type Numbered = { mark: MapMark; at: Spot; to: Spot };

/** Moves discs apart that would overlap, each as little as it takes; they stay in the picture. */
function standApart(spots: readonly { mark: MapMark; at: Spot }[], frame: Frame): Numbered[] {
  const placed = spots.map(({ mark, at }) => ({ mark, at, to: { ...at } }));
  const rounds = 120;
  for (let round = 0; round < rounds; round++) {
    for (const [index, one] of placed.entries()) {
      for (const other of placed.slice(index + 1)) {
        // Two at one place part in a direction of their own.
        const dx = other.to.x - one.to.x || Math.cos(index + 1) * 0.1;
        const dy = other.to.y - one.to.y || Math.sin(index + 1) * 0.1;
        const distance = Math.hypot(dx, dy);
        if (distance >= step) continue;
        const push = (step - distance) / 2 / distance;
        one.to = { x: one.to.x - dx * push, y: one.to.y - dy * push };
        other.to = { x: other.to.x + dx * push, y: other.to.y + dy * push };
      }
      const within = (value: number, most: number) =>
        Math.min(most - markRadius - 4, Math.max(markRadius + 4, value));
      one.to = { x: within(one.to.x, frame.width), y: within(one.to.y, frame.height) };
    }
  }
  return placed;
}

function dot({ x, y }: Spot): string {
  return `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="6" fill="${colours.mark}" fill-opacity="0.6" stroke="${colours.paper}" stroke-width="1.5"/>`;
}

function leader(at: Spot, to: Spot): string {
  if (Math.hypot(at.x - to.x, at.y - to.y) < markRadius * 0.6) return '';
  const from = `<circle cx="${at.x.toFixed(1)}" cy="${at.y.toFixed(1)}" r="4" fill="${colours.mark}"/>`;
  return `<path d="M${spotText(at)}L${spotText(to)}" stroke="${colours.mark}" stroke-width="1.6"/>${from}`;
}

/** Solid while it is open, hollow once it is closed. */
function disc({ label, tone }: MapMark, { x, y }: Spot): string {
  const em = 20;
  const text = outline(label ?? '', { language: 'en', size: em, bold: true, spacing: 0 });
  const [fill, ink] = tone === 'open' ? [colours.mark, colours.paper] : [colours.paper, colours.mark];
  const at = spotText({ x: x - text.width / 2, y: y + em * 0.36 });
  return `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${markRadius}" fill="${fill}" stroke="${ink}" stroke-width="2.5"/><path transform="translate(${at})" d="${text.path}" fill="${ink}"/>`;
}

function spotText({ x, y }: Spot): string {
  return `${x.toFixed(1)},${y.toFixed(1)}`;
}

function boxAround({ x, y }: Spot, radius: number): Bounds {
  return { x0: x - radius, y0: y - radius, x1: x + radius, y1: y + radius };
}

function overlap(one: Bounds, other: Bounds): boolean {
  return one.x0 < other.x1 && one.x1 > other.x0 && one.y0 < other.y1 && one.y1 > other.y0;
}
