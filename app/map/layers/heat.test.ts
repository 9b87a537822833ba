import { describe, expect, it } from 'vitest';
import { heatOverlay, heatWeight } from './heat.ts';

describe('heat', () => {
  it('grows with the weight, from nothing to one', () => {
    expect(heatWeight(0)).toBe(0);
    expect(heatWeight(500)).toBeGreaterThan(0.5);
    expect(heatWeight(5000)).toBeGreaterThan(heatWeight(500));
    expect(heatWeight(20_000)).toBe(1);
    expect(heatWeight(1e9)).toBe(1);
  });

  it('has a glow for what was weighed and a ring for what was not', () => {
    const { sources, layers } = heatOverlay(
      [
        { lat: 36, lon: 126, kg: 100, weighed: 2, unweighed: 0 },
        { lat: 37, lon: 126, kg: 0, weighed: 0, unweighed: 3 },
      ],
      'light',
    );
    expect(
      sources.heat?.features.map(({ properties }) => [properties?.weight > 0, properties?.unweighed]),
    ).toEqual([
      [true, 0],
      [false, 3],
    ]);
    expect(layers.map(({ id }) => id)).toEqual(['heat', 'heat-unweighed']);
  });
});
