import type { FeatureCollection, Position } from 'geojson';

/** A stretch of a line that has no land below it: where it starts, and its length in metres. */
export type Stretch = { start: Position; metres: number };

const cell = 0.1;
const step = 50;
const metresPerDegree = 111_320;

/**
 * Finds the stretches of the lines that run over water for longer than `tolerance` metres. Ends that touch the coast and
 * narrow rivers stay below a tolerance of some hundred metres; a line drawn into the sea does not.
 */
export function linesOverWater(
  lines: FeatureCollection,
  land: FeatureCollection,
  tolerance: number,
): Stretch[] {
  const isLand = landTest(land);
  const found: Stretch[] = [];
  for (const line of lineStrings(lines)) {
    let stretch: Stretch | undefined;
    for (const { at, metres } of samples(line)) {
      if (isLand(at)) {
        if (stretch && stretch.metres > tolerance) found.push(stretch);
        stretch = undefined;
      } else {
        stretch = { start: stretch?.start ?? at, metres: (stretch?.metres ?? 0) + metres };
      }
    }
    if (stretch && stretch.metres > tolerance) found.push(stretch);
  }
  return found;
}

function* lineStrings(lines: FeatureCollection): Iterable<Position[]> {
  for (const { geometry } of lines.features) {
    if (geometry.type === 'LineString') yield geometry.coordinates;
    if (geometry.type === 'MultiLineString') yield* geometry.coordinates;
  }
}

function* samples(line: Position[]): Iterable<{ at: Position; metres: number }> {
  let last: Position | undefined;
  for (const next of line) {
    if (last) {
      const [x0 = 0, y0 = 0] = last;
      const [x1 = 0, y1 = 0] = next;
      const length = Math.hypot((x1 - x0) * Math.cos((y0 * Math.PI) / 180), y1 - y0) * metresPerDegree;
      const count = Math.max(1, Math.ceil(length / step));
      for (let index = 0; index < count; index++) {
        const t = (index + 0.5) / count;
        yield { at: [x0 + (x1 - x0) * t, y0 + (y1 - y0) * t], metres: length / count };
      }
    }
    last = next;
  }
}

/** Point in polygon over all rings at once (even-odd); edges are kept by rows of a tenth of a degree. */
function landTest(land: FeatureCollection): (at: Position) => boolean {
  const rows = new Map<number, [number, number, number, number][]>();
  for (const { geometry } of land.features) {
    const polygons =
      geometry.type === 'Polygon'
        ? [geometry.coordinates]
        : geometry.type === 'MultiPolygon'
          ? geometry.coordinates
          : [];
    for (const ring of polygons.flat()) {
      let last = ring.at(-1);
      for (const next of ring) {
        const [x0 = 0, y0 = 0] = last ?? next;
        const [x1 = 0, y1 = 0] = next;
        for (
          let row = Math.floor(Math.min(y0, y1) / cell);
          row <= Math.floor(Math.max(y0, y1) / cell);
          row++
        ) {
          const edges = rows.get(row) ?? [];
          edges.push([x0, y0, x1, y1]);
          rows.set(row, edges);
        }
        last = next;
      }
    }
  }
  return ([x = 0, y = 0]) => {
    let inside = false;
    for (const [x0, y0, x1, y1] of rows.get(Math.floor(y / cell)) ?? []) {
      if (y0 > y !== y1 > y && x < ((x1 - x0) * (y - y0)) / (y1 - y0) + x0) inside = !inside;
    }
    return inside;
  };
}
