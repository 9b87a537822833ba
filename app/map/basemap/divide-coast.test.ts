import { readFileSync } from 'node:fs';
import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { nearestGovernment } from '#app/domain/incident/propose-government.ts';
import { type CoastLines, decodeLine, encodeLine } from './coast-code.ts';
import { coastLines } from './coast-lines.ts';
import { divideCoast } from './divide-coast.ts';
import { readSources } from './read-source.ts';

const coast: CoastLines = JSON.parse(readFileSync('public/coast.json', 'utf8'));

describe('the coast', () => {
  it('was built from the sources at hand', () => {
    expect(coastLines(readSources().land)).toEqual(coast);
  });

  it('has no edge of the chart in it and no long step', () => {
    for (const line of coast) {
      const points = decodeLine(line);
      for (const [at, [lon = 0, lat = 0]] of points.entries()) {
        expect(lon > 113.5 && lon < 133.5 && lat > 26.5 && lat < 43.5).toBe(true);
        const [lastLon = lon, lastLat = lat] = points[at - 1] ?? [];
        expect(Math.hypot((lon - lastLon) * 0.8, lat - lastLat)).toBeLessThan(0.021);
      }
    }
  });

  it('is read as it was written', () => {
    const line = [
      [126.1234, 36.5],
      [126.13, 36.4999],
      [126.13, 36.6],
    ];
    expect(decodeLine(encodeLine(line))).toEqual(line);
  });
});

describe('stretches', () => {
  const governments = [
    { id: 'taean', country: 'KR', level: 'county', parentId: null, lat: 36.75, lon: 126.3 },
    { id: 'weihai', country: 'CN', level: 'city', parentId: null, lat: 37.5, lon: 122.1 },
    { id: 'qingdao', country: 'CN', level: 'city', parentId: null, lat: 36.06, lon: 120.38 },
  ] as const;
  const nearest = ([lon = 0, lat = 0]: Position) =>
    nearestGovernment(governments, { lat, lon })?.government.id;

  it('give every point of the coast to one owner, the nearest', () => {
    const key = ([lon = 0, lat = 0]: Position) => `${lon.toFixed(4)},${lat.toFixed(4)}`;
    const owners = new Map<string, Set<string>>();
    const stretches = divideCoast(coast, nearest);
    for (const { owner, lines } of stretches) {
      for (const point of lines.flatMap(decodeLine))
        owners.set(key(point), (owners.get(key(point)) ?? new Set()).add(owner));
    }
    for (const point of coast.flatMap(decodeLine))
      expect([...(owners.get(key(point)) ?? [])]).toEqual([nearest(point)]);
  });

  it('meet in the middle, and leave out what nobody owns', () => {
    const line = encodeLine([
      [120, 36],
      [121, 36],
      [122, 36],
      [123, 36],
    ]);
    const stretches = divideCoast([line], ([lon = 0]) => (lon < 120.5 ? 'a' : lon < 122.5 ? 'b' : undefined));
    expect(stretches.map(({ owner, lines }) => [owner, lines.flatMap(decodeLine)])).toEqual([
      [
        'a',
        [
          [120, 36],
          [120.5, 36],
        ],
      ],
      [
        'b',
        [
          [120.5, 36],
          [121, 36],
          [122, 36],
        ],
      ],
    ]);
  });
});
