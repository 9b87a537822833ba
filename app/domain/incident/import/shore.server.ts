import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { oncePerProcess } from '#app/db/once-per-process.server.ts';
import { metresBetween } from '../distance.ts';
import { makeBreather } from './breather.server.ts';
import type { MetresInland } from './judge-sheet.server.ts';

const corner = z.tuple([z.number(), z.number()]).rest(z.number());
const ring = z.array(corner);
const rings = z.array(z.unknown());
const land = z.object({
  geometries: z.array(
    z.discriminatedUnion('type', [
      z.object({ type: z.literal('Polygon'), coordinates: rings }),
      z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(rings) }),
    ]),
  ),
});

/** What the land of our chart covers, less a margin in which its edge would pass for a coast. */
const covered = { south: 27, north: 43, west: 114, east: 133 } as const;
const cellsPerDegree = 10;
/** Cells looked at on each side: a coast further away is `far`. */
const reach = 2;
const far = 20_000;

type Segment = readonly [lon1: number, lat1: number, lon2: number, lat2: number];

const shores = oncePerProcess('shores', () => ({ loading: null as Promise<MetresInland> | null }));

/** How far inland a place lies, by the land of our own chart; it is read at the first call and kept. */
export async function readShore(): Promise<MetresInland> {
  shores.loading ??= load();
  return shores.loading;
}

async function load(): Promise<MetresInland> {
  const file = path.join(process.cwd(), 'app/map/basemap/source/land.geojson.gz');
  const { geometries } = land.parse(JSON.parse(gunzipSync(await readFile(file)).toString('utf8')));
  const cells = new Map<string, Segment[]>();
  const rows = new Map<number, Segment[]>();
  const put = <Key>(index: Map<Key, Segment[]>, key: Key, segment: Segment) => {
    const there = index.get(key);
    if (there) there.push(segment);
    else index.set(key, [segment]);
  };
  const all = geometries.flatMap((each) =>
    each.type === 'Polygon' ? each.coordinates : each.coordinates.flat(),
  );
  const breathe = makeBreather();
  for (const each of all) {
    await breathe();
    const corners = ring.parse(each);
    for (const [index, [lon2, lat2]] of corners.slice(1).entries()) {
      const [lon1, lat1] = corners[index] ?? [lon2, lat2];
      const segment: Segment = [lon1, lat1, lon2, lat2];
      const low = cellOf(Math.min(lat1, lat2));
      for (let row = low; row <= cellOf(Math.max(lat1, lat2)); row += 1) put(rows, row, segment);
      // Straight edges of the chart's frame are long and no coast: their ends are enough.
      put(cells, `${cellOf(lat1)}/${cellOf(lon1)}`, segment);
      put(cells, `${cellOf(lat2)}/${cellOf(lon2)}`, segment);
    }
  }
  return ({ lat, lon }) => {
    if (lat < covered.south || lat > covered.north || lon < covered.west || lon > covered.east) return null;
    const crossed = (rows.get(cellOf(lat)) ?? []).filter(
      ([lon1, lat1, lon2, lat2]) =>
        lat1 > lat !== lat2 > lat && lon < ((lon2 - lon1) * (lat - lat1)) / (lat2 - lat1) + lon1,
    );
    if (crossed.length % 2 === 0) return 0;
    let nearest = far;
    for (let row = cellOf(lat) - reach; row <= cellOf(lat) + reach; row += 1) {
      for (let column = cellOf(lon) - reach; column <= cellOf(lon) + reach; column += 1) {
        for (const segment of cells.get(`${row}/${column}`) ?? []) {
          nearest = Math.min(nearest, metresTo(segment, lat, lon));
        }
      }
    }
    return nearest;
  };
}

function cellOf(degrees: number): number {
  return Math.floor(degrees * cellsPerDegree);
}

/** On a flat map, which is exact enough over a few kilometres. */
function metresTo([lon1, lat1, lon2, lat2]: Segment, lat: number, lon: number): number {
  const narrow = Math.cos((lat * Math.PI) / 180);
  const [dx, dy] = [(lon2 - lon1) * narrow, lat2 - lat1];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((lon - lon1) * narrow * dx + (lat - lat1) * dy) / length;
  const part = Math.max(0, Math.min(1, along));
  return metresBetween({ lat, lon }, { lat: lat1 + dy * part, lon: lon1 + (lon2 - lon1) * part });
}
