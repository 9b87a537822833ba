import type { FeatureCollection, Position } from 'geojson';
import { type CoastLines, encodeLine } from './coast-code.ts';
import { baseBounds } from './read-source.ts';

/** Smaller islands are a point at the zooms at which stretches are read; degrees across. */
const smallestIsland = 0.03;
/** How far the line may run beside the real coast, degrees: about 300 m. */
const tolerance = 0.003;
/** A step this long or shorter: then a stretch ends where the next one begins, to about 2 km. */
const longestStep = 0.02;

/**
 * Coasts of which no government of the forum answers for, though one of them lies near: rough outlines, longitude and
 * latitude. They keep a stretch from being given to a neighbour, and say nothing about where a boundary runs.
 */
const others: Position[][] = [
  [
    [124.4, 40.2],
    [124.33, 39.92],
    [124.2, 39.6],
    [124.2, 38.6],
    [124.4, 38.03],
    [124.9, 38.03],
    [124.88, 37.62],
    [125.5, 37.62],
    [125.55, 37.692],
    [125.9, 37.692],
    [126.1, 37.75],
    [126.2, 37.835],
    [126.5, 37.84],
    [126.56, 37.8],
    [126.68, 37.79],
    [126.75, 38],
    [128.5, 38.4],
    [128.5, 40.2],
  ],
  [
    [127.1, 33.9],
    [130, 33.9],
    [130, 38.3],
    [127.1, 37],
  ],
];

/** The coast of the land polygons as thinned lines, without the edges of the chart and the coasts of `others`. */
export function coastLines(land: FeatureCollection): CoastLines {
  return ringsOf(land)
    .filter(isLargeEnough)
    .flatMap((ring) => split(ring))
    .map((line) => encodeLine(withShortSteps(thin(line))));
}

function ringsOf(land: FeatureCollection): Position[][] {
  return land.features.flatMap(({ geometry }) => {
    // The first ring is the shore; the others are shores of lakes.
    if (geometry.type === 'Polygon') return geometry.coordinates.slice(0, 1);
    return geometry.type === 'MultiPolygon'
      ? geometry.coordinates.flatMap((polygon) => polygon.slice(0, 1))
      : [];
  });
}

function isLargeEnough(ring: readonly Position[]): boolean {
  const [first] = ring;
  return ring.some((point) => first && apart(first, point) > smallestIsland);
}

/** The parts of a ring that are coast of somebody here. */
function split(ring: readonly Position[]): Position[][] {
  const lines: Position[][] = [];
  let line: Position[] = [];
  for (const point of ring) {
    if (isLeftOut(point)) {
      if (line.length > 1) lines.push(line);
      line = [];
    } else line.push(point);
  }
  if (line.length > 1) lines.push(line);
  return lines;
}

function isLeftOut(point: Position): boolean {
  const [x = 0, y = 0] = point;
  const [west, south, east, north] = baseBounds;
  const near = 0.01;
  if (x < west + near || x > east - near || y < south + near || y > north - near) return true;
  return others.some((outline) => isInside(point, outline));
}

function isInside([x = 0, y = 0]: Position, outline: readonly Position[]): boolean {
  let inside = false;
  let last = outline.at(-1);
  for (const next of outline) {
    const [x0 = 0, y0 = 0] = last ?? next;
    const [x1 = 0, y1 = 0] = next;
    if (y0 > y !== y1 > y && x < ((x1 - x0) * (y - y0)) / (y1 - y0) + x0) inside = !inside;
    last = next;
  }
  return inside;
}

/** Douglas and Peucker, without recursion: a coast has tens of thousands of points. */
function thin(line: readonly Position[]): Position[] {
  const kept = new Set([0, line.length - 1]);
  const open: [number, number][] = [[0, line.length - 1]];
  for (let part = open.pop(); part; part = open.pop()) {
    const [from, to] = part;
    let farthest = { at: -1, away: tolerance };
    for (let at = from + 1; at < to; at++) {
      const away = awayFrom(line[at] ?? [], line[from] ?? [], line[to] ?? []);
      if (away > farthest.away) farthest = { at, away };
    }
    if (farthest.at < 0) continue;
    kept.add(farthest.at);
    open.push([from, farthest.at], [farthest.at, to]);
  }
  return line.filter((_, at) => kept.has(at));
}

function withShortSteps(line: readonly Position[]): Position[] {
  return line.flatMap((point, at) => {
    const before = line[at - 1];
    if (!before) return [point];
    const parts = Math.ceil(apart(before, point) / longestStep);
    return Array.from({ length: parts }, (_, part) => between(before, point, (part + 1) / parts));
  });
}

function between([x0 = 0, y0 = 0]: Position, [x1 = 0, y1 = 0]: Position, share: number): Position {
  return [x0 + (x1 - x0) * share, y0 + (y1 - y0) * share];
}

function apart([x0 = 0, y0 = 0]: Position, [x1 = 0, y1 = 0]: Position): number {
  return Math.hypot((x1 - x0) * 0.8, y1 - y0);
}

function awayFrom(point: Position, from: Position, to: Position): number {
  const [x0 = 0, y0 = 0] = from;
  const [x1 = 0, y1 = 0] = to;
  const [x = 0, y = 0] = point;
  const [dx, dy] = [(x1 - x0) * 0.8, y1 - y0];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - x0) * 0.8 * dx + (y - y0) * dy) / length));
  return apart(point, between(from, to, share));
}
