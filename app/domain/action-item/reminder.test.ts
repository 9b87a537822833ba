import { describe, expect, test } from 'vitest';
import { daysUntil, isMorningOver, reminderAt } from './reminder.ts';

const due = new Date('2026-12-11');

describe('reminders of a due date', () => {
  test('come 14 and 3 days before, on the day, and weekly when late; a missed one up to two days later', () => {
    const at = Object.fromEntries(
      [20, 15, 14, 12, 11, 4, 3, 1, 0, -1, -2, -3, -6, -7, -9, -10, -14, -21].map((days) => [
        days,
        reminderAt(days),
      ]),
    );
    expect(at).toEqual({
      ...{ 20: null, 15: null, 14: 14, 12: 14, 11: null, 4: null, 3: 3, 1: 3, 0: 0 },
      ...{
        '-1': 0,
        '-2': 0,
        '-3': null,
        '-6': null,
        '-7': -7,
        '-9': -7,
        '-10': null,
        '-14': -14,
        '-21': -21,
      },
    });
  });

  test('count the days by the calendar of the party’s own country', () => {
    // Half past midnight on the 8th in Korea is half past eleven at night on the 7th in China.
    const night = new Date('2026-12-07T15:30:00Z');
    expect(daysUntil(due, 'KR', night)).toBe(3);
    expect(daysUntil(due, 'CN', night)).toBe(4);
  });

  test('wait for the morning there', () => {
    const nineInKorea = new Date('2026-12-08T00:00:00Z');
    expect(isMorningOver('KR', nineInKorea)).toBe(true);
    expect(isMorningOver('CN', nineInKorea)).toBe(false);
    expect(isMorningOver('KR', new Date('2026-12-07T23:59:00Z'))).toBe(false);
  });
});
