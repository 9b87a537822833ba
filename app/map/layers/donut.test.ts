import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { donutArcs, donutRadius } from './donut.ts';

describe('a donut of a cluster', () => {
  it('grows in four steps with the number of incidents', () => {
    expect([2, 9, 10, 29, 30, 79, 80, 4000].map(donutRadius)).toEqual([17, 17, 21, 21, 25, 25, 29, 29]);
  });

  it('shows every group that has an incident, in the order of the legend, and no other', () => {
    const arcs = donutArcs([3, 0, 1, 0, 96], 26);
    expect(arcs.map(({ group }) => group)).toEqual([0, 2, 4]);
  });

  it('is a closed ring for one group alone', () => {
    expect(donutArcs([0, 5, 0, 0, 0], 14)).toEqual([{ group: 1, from: 0, to: 2 * Math.PI }]);
    expect(donutArcs([0, 0, 0, 0, 0], 14)).toEqual([]);
  });

  it('never overlaps itself, and never hides a rare group', () => {
    const counts = fc.array(fc.nat({ max: 5000 }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(counts, fc.constantFrom(14, 18, 22, 26), (given, radius) => {
        const arcs = donutArcs(given, radius);
        for (const [index, arc] of arcs.entries()) {
          expect(arc.to - arc.from).toBeGreaterThan(1.39 / radius);
          expect(arc.from).toBeGreaterThanOrEqual(arcs[index - 1]?.to ?? 0);
        }
        expect(arcs.at(-1)?.to ?? 0).toBeLessThanOrEqual(2 * Math.PI + 1e-9);
      }),
    );
  });

  it('keeps a group in sight that only the slivers of others make too small', () => {
    for (const arc of donutArcs([1, 121, 2008, 1, 4502], 14))
      expect(arc.to - arc.from).toBeGreaterThan(1.39 / 14);
  });

  it('gives a larger group a longer arc', () => {
    const [a, b] = donutArcs([10, 30, 0, 0, 0], 18);
    expect((b?.to ?? 0) - (b?.from ?? 0)).toBeCloseTo(3 * ((a?.to ?? 0) - (a?.from ?? 0)), 5);
  });
});
