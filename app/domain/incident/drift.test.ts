import { describe, expect, it } from 'vitest';
import { driftOf } from './drift.ts';

const at = (day: number, lat: number, lon: number) => ({
  seenAt: new Date(Date.UTC(2026, 10, day)),
  lat,
  lon,
});

describe('a drift', () => {
  it('goes from the first sighting to the last, whatever order they are told in', () => {
    const drift = driftOf([at(9, 36.5, 125), at(1, 35, 124), at(5, 36, 124.5)]);
    expect(drift?.sightings.map(({ lat }) => lat)).toEqual([35, 36, 36.5]);
    expect((drift?.metres ?? 0) / 1000).toBeCloseTo(119.9 + 71.4, 0);
  });

  it('is none when it was seen once, or again at the same place', () => {
    expect(driftOf([at(1, 36, 125)])).toBeUndefined();
    expect(driftOf([at(1, 36, 125), at(2, 36.004, 125.002)])).toBeUndefined();
    expect(driftOf([])).toBeUndefined();
  });
});
