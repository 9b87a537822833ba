import { describe, expect, it } from 'vitest';
import climatology from '../basemap/source/wind_climatology.json' with { type: 'json' };
import { bearing } from './drifts.ts';
import { isWindRow, windArrows } from './wind.ts';

const rows = climatology.filter(isWindRow);

describe('prevailing wind', () => {
  it('is read whole: every row, every month, a sea of arrows', () => {
    expect(rows.length).toBe(climatology.length);
    for (let month = 1; month <= 12; month++) expect(windArrows(rows, month).length).toBeGreaterThan(20);
  });

  it('points where it blows to', () => {
    const arrow = ([u, v]: [number, number]) => windArrows([[1, 124, 36, u, v]], 1)[0];
    expect(arrow([0, -5])).toMatchObject({ towards: 180, metresPerSecond: 5 });
    expect(arrow([3, 0])?.towards).toBe(90);
    expect(arrow([-3, -3])?.towards).toBe(225);
  });

  it('is the winter monsoon in January and comes from the south in July', () => {
    const northward = (month: number) => {
      const sea = windArrows(rows, month).filter(
        ({ lon, lat }) => lon > 121 && lon < 127 && lat > 32 && lat < 38,
      );
      return sea.reduce(
        (sum, { towards, metresPerSecond }) => sum + Math.cos((towards * Math.PI) / 180) * metresPerSecond,
        0,
      );
    };
    expect(northward(1)).toBeLessThan(0);
    expect(northward(7)).toBeGreaterThan(0);
  });
});

describe('the head of a drift', () => {
  it('turns with the last way', () => {
    expect(bearing({ lat: 36, lon: 124 }, { lat: 37, lon: 124 })).toBe(0);
    expect(bearing({ lat: 36, lon: 124 }, { lat: 36, lon: 125 })).toBe(90);
    expect(bearing({ lat: 36, lon: 124 }, { lat: 35, lon: 124 })).toBe(180);
  });
});
