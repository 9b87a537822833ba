import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boxAround, metresBetween } from './distance.ts';

test('from Taean to Weihai it is as far as the chart says', () => {
  const metres = metresBetween({ lat: 36.7456, lon: 126.2978 }, { lat: 37.5131, lon: 122.1204 });
  expect(metres / 1000).toBeGreaterThan(378);
  expect(metres / 1000).toBeLessThan(382);
  expect(metresBetween({ lat: 36, lon: 126 }, { lat: 36, lon: 126 })).toBe(0);
});

test('a degree of latitude is 111.195 km', () => {
  expect(metresBetween({ lat: 36, lon: 126 }, { lat: 37, lon: 126 })).toBeCloseTo(111_195, -1);
});

test('whatever lies within a distance lies in its box', () => {
  const lat = fc.double({ min: 20, max: 45, noNaN: true });
  const lon = fc.double({ min: 110, max: 140, noNaN: true });
  const near = fc.double({ min: -0.02, max: 0.02, noNaN: true });
  fc.assert(
    fc.property(lat, lon, near, near, fc.integer({ min: 1, max: 2000 }), (y, x, dy, dx, metres) => {
      const there = { lat: y + dy, lon: x + dx };
      if (metresBetween({ lat: y, lon: x }, there) > metres) return;
      const box = boxAround({ lat: y, lon: x }, metres);
      expect(there.lat).toBeGreaterThanOrEqual(box.lat.gte - 1e-9);
      expect(there.lat).toBeLessThanOrEqual(box.lat.lte + 1e-9);
      expect(there.lon).toBeGreaterThanOrEqual(box.lon.gte - 1e-9);
      expect(there.lon).toBeLessThanOrEqual(box.lon.lte + 1e-9);
    }),
  );
});
