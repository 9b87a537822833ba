import { describe, expect, test } from 'vitest';
import { barIn, firstMonthSchema, monthOf, monthsIn, placeIn, spanFrom } from './timeline.ts';

const now = new Date('2026-11-27T03:00:00Z');
const span = spanFrom(undefined, now);

describe('the timeline', () => {
  test('shows six months from the one before today, or from the month of the URL', () => {
    expect(monthsIn(span).map(monthOf)).toEqual([
      '2026-10',
      '2026-11',
      '2026-12',
      '2027-01',
      '2027-02',
      '2027-03',
    ]);
    const given = firstMonthSchema.parse('2027-08');
    expect(monthsIn(spanFrom(given, now)).map(monthOf).at(-1)).toBe('2028-01');
    expect(firstMonthSchema.parse('2027-13')).toBeUndefined();
  });

  test('draws a bar from the start to the end of the due day, cut at the edges', () => {
    const bar = barIn(span, new Date('2026-01-01'), new Date('2026-10-31'));
    expect(bar).toEqual({ left: 0, width: placeIn(span, new Date('2026-11-01')) });
    expect(barIn(span, new Date('2026-01-01'), new Date('2026-09-30'))).toBeNull();
    expect(barIn(span, new Date('2027-04-01'), new Date('2027-05-01'))).toBeNull();
    // Proposed after its own due date: the due day is still there.
    expect(barIn(span, new Date('2026-12-20'), new Date('2026-12-10'))?.width).toBeGreaterThan(0);
  });
});
