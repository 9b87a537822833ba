import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysOfSeason, monthSteps, seasonOf, seasons, seasonSteps } from './seasons.ts';

describe('seasons', () => {
  it('are whole months, and winter begins in December', () => {
    expect(seasonOf('2026-03')).toEqual({ season: 'spring', year: 2026 });
    expect(seasonOf('2026-08')).toEqual({ season: 'summer', year: 2026 });
    expect(seasonOf('2026-11')).toEqual({ season: 'autumn', year: 2026 });
    expect(seasonOf('2026-12')).toEqual({ season: 'winter', year: 2026 });
    expect(seasonOf('2027-02')).toEqual({ season: 'winter', year: 2026 });
  });

  it('have a first and a last day, leap years included', () => {
    expect(daysOfSeason({ season: 'spring', year: 2026 })).toEqual({ from: '2026-03-01', to: '2026-05-31' });
    expect(daysOfSeason({ season: 'winter', year: 2027 })).toEqual({ from: '2027-12-01', to: '2028-02-29' });
  });

  it('count every month once, as the months do', () => {
    const month = fc
      .tuple(fc.integer({ min: 2010, max: 2030 }), fc.integer({ min: 1, max: 12 }))
      .map(([year, number]) => `${year}-${String(number).padStart(2, '0')}`);
    fc.assert(
      fc.property(fc.dictionary(month, fc.integer({ min: 1, max: 99 })), (counts) => {
        const months = Object.entries(counts)
          .map(([key, count]) => ({ key, count }))
          .sort((a, b) => a.key.localeCompare(b.key));
        const total = months.reduce((sum, { count }) => sum + count, 0);
        const bySeason = seasons.flatMap((season) => seasonSteps(months, season));
        const byMonth = monthSteps(months);
        expect(bySeason.reduce((sum, { count }) => sum + count, 0)).toBe(total);
        expect(byMonth.reduce((sum, { count }) => sum + count, 0)).toBe(total);
        expect(new Set(byMonth.map(({ key }) => key)).size).toBe(byMonth.length);
      }),
    );
  });

  it('of the same name stand one year apart', () => {
    const steps = seasonSteps(
      [
        { key: '2024-04', count: 2 },
        { key: '2026-05', count: 3 },
      ],
      'spring',
    );
    expect(steps.map(({ from, count }) => [from, count])).toEqual([
      ['2024-03-01', 2],
      ['2025-03-01', 0],
      ['2026-03-01', 3],
    ]);
  });
});
