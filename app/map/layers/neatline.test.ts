import { describe, expect, it } from 'vitest';
import { barStep, inkBars } from './neatline.ts';

describe('the frame of the chart', () => {
  it('has bars of half a degree on the sea, and finer ones near the coast', () => {
    expect(barStep(116)).toBe(0.5);
    expect(barStep(1000)).toBe(0.1);
    expect(barStep(100_000)).toBeCloseTo(1 / 60);
  });

  it('alternates, begins at the edge and ends at the edge', () => {
    const bars = inkBars(120.2, 122.1, 0.5, 190, (degree) => (degree - 120.2) * 100);
    expect(bars.map(({ from, to }) => [Math.round(from), Math.round(to)])).toEqual([
      [0, 30],
      [80, 130],
      [180, 190],
    ]);
  });

  it('stays with the land when the map moves', () => {
    const at = (west: number) => inkBars(west, west + 2, 0.5, 200, (degree) => (degree - west) * 100);
    expect(at(120.2)[1]?.from).toBeCloseTo(80);
    expect(at(120.3)[1]?.from).toBeCloseTo(70);
  });

  it('runs down the side as well, where latitudes fall', () => {
    const bars = inkBars(35, 36.4, 0.5, 140, (degree) => (36.4 - degree) * 100);
    expect(bars.map(({ from, to }) => [Math.round(from), Math.round(to)])).toEqual([
      [90, 140],
      [0, 40],
    ]);
  });
});
