import { expect, test } from 'vitest';
import { daysOfQuarter, lastQuarters, quarterOf, quarterSchema } from './quarter.ts';

test('every day of three years is in the quarter that says it begins before and ends after it', () => {
  for (let day = Date.UTC(2026, 0, 1); day < Date.UTC(2029, 0, 1); day += 86_400_000) {
    const quarter = quarterOf(new Date(day));
    const { from, until } = daysOfQuarter(quarter);
    expect(from.getTime() <= day && day < until.getTime()).toBe(true);
    expect(quarterSchema.safeParse(quarter).success).toBe(true);
  }
});

test('quarters run over the year’s end', () => {
  expect(lastQuarters(new Date('2027-02-03'), 3)).toEqual(['2026-Q3', '2026-Q4', '2027-Q1']);
});

test.each(['2026-Q0', '2026-Q5', '26-Q1', '2026', ''])('%j is no quarter', (text) => {
  expect(quarterSchema.safeParse(text).success).toBe(false);
});
