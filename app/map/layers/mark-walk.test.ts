import { describe, expect, it } from 'vitest';
import { nextStop, stopsOf } from './mark-walk.ts';

const feature = (id: string, lon: number, lat: number, properties: Record<string, unknown>) => ({
  layer: { id, type: 'symbol' as const, source: 'any' },
  properties,
  geometry: { type: 'Point' as const, coordinates: [lon, lat] },
});

describe('walking the marks', () => {
  const stops = stopsOf([
    feature('incident-marks', 126, 36, { title: 'A beach' }),
    feature('incident-clusters', 121, 37, { point_count: 12 }),
    feature('incident-marks', 126, 36, { title: 'A beach' }),
    feature('label-place', 127, 38, { title: 'Seoul' }),
    feature('seats', 120, 36, { title: 'Qingdao' }),
  ]);

  it('stops once at each mark, from north to south', () => {
    expect(stops.map(({ title, count }) => [title, count])).toEqual([
      ['', 12],
      ['Qingdao', 1],
      ['A beach', 1],
    ]);
  });

  it('goes round in both directions', () => {
    expect(nextStop(stops, undefined, 1)).toBe(0);
    expect(nextStop(stops, stops[2], 1)).toBe(0);
    expect(nextStop(stops, stops[0], -1)).toBe(2);
    expect(nextStop([], undefined, 1)).toBe(-1);
  });
});
