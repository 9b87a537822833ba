import { describe, expect, test } from 'vitest';
import { briefingSchema, periodBefore } from './briefing.ts';

const day = (text: string) => new Date(text);
const lastTime = (firstDay: string) => ({
  firstDay: day(firstDay),
  ...{ title: { text: '', language: 'ko' as const, revision: 1, translations: [] }, promises: [] },
});
const now = new Date('2027-05-01T03:00:00Z');

describe('the period of a paper for a meeting', () => {
  test.each([
    ['runs from the meeting before it to today', '2027-05-12', '2026-05-20', '2026-05-20', '2027-05-01'],
    ['of a meeting that is over ends with it', '2027-04-12', '2026-05-20', '2026-05-20', '2027-04-12'],
    ['is never longer than a paper may be', '2027-05-12', '2020-05-20', '2026-03-27', '2027-05-01'],
    ['of two meetings in the wrong order is a day', '2027-04-12', '2028-01-01', '2027-04-12', '2027-04-12'],
  ])('%s', (_case, lastDay, before, from, to) => {
    const period = periodBefore({ lastDay: day(lastDay), lastTime: lastTime(before) }, now);
    expect(period).toEqual({ from, to });
    expect(briefingSchema.safeParse(period).success).toBe(true);
  });

  test('of a first meeting is the last three months', () => {
    const period = periodBefore({ lastDay: day('2027-05-12'), lastTime: null }, now);
    expect(period).toEqual({ from: '2027-01-29', to: '2027-05-01' });
  });
});
