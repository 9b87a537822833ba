import { beforeAll, describe, expect, it } from 'vitest';
import type { TFunction } from 'i18next';
import {
  daysUntil,
  formatAmount,
  formatClocks,
  formatDate,
  formatDateTime,
  formatDateTimeBoth,
  formatDay,
  formatDistance,
  formatDueness,
  formatFileSize,
  formatList,
  formatLongDate,
  formatNumber,
  formatPercent,
  formatRelative,
  formatTime,
  isSameYear,
  timeZoneOf,
  timeZoneOfLanguage,
} from './format.ts';
import { makeI18n } from './i18n.ts';
import { type Language, languages } from './languages.ts';

let words: Record<Language, TFunction<'common'>>;

beforeAll(async () => {
  const made = await Promise.all(
    languages.map(async (language) => (await makeI18n(language)).getFixedT(null, 'common')),
  );
  const [ko, zh, en] = made;
  if (!ko || !zh || !en) throw new Error('a language is missing');
  words = { ko, zh, en };
});

/** Monday 16 November 2026, 09:20 in Korea, 08:20 in China. */
const monday = new Date('2026-11-16T00:20:00Z');
/** Half past midnight in Korea, still the day before in China. */
const midnight = new Date('2026-11-15T15:30:00Z');

describe('a date', () => {
  it('reads as officials of each language write it', () => {
    expect(formatDate(monday, 'ko', 'Asia/Seoul')).toBe('11. 16.');
    expect(formatDate(monday, 'zh', 'Asia/Shanghai')).toBe('11月16日');
    expect(formatDate(monday, 'en', 'Asia/Seoul')).toBe('16 Nov');
  });

  it('says weekday and year when asked', () => {
    const all = { year: true, weekday: true };
    expect(formatDate(monday, 'ko', 'Asia/Seoul', all)).toBe('2026. 11. 16.(월)');
    expect(formatDate(monday, 'zh', 'Asia/Shanghai', all)).toBe('2026年11月16日（周一）');
    expect(formatDate(monday, 'en', 'Asia/Seoul', all)).toBe('Mon 16 Nov 2026');
  });

  it('heads a page in full words', () => {
    const wednesday = new Date('2026-11-18T05:00:00Z');
    expect(formatLongDate(wednesday, 'ko', 'Asia/Seoul')).toBe('11월 18일 수요일');
    expect(formatLongDate(wednesday, 'zh', 'Asia/Shanghai')).toBe('11月18日 星期三');
    expect(formatLongDate(wednesday, 'en', 'Asia/Seoul')).toBe('Wednesday 18 November');
  });

  it('that lasts all day is the same day everywhere', () => {
    expect(formatDay(new Date('2027-03-31'), 'ko', { year: true, weekday: true })).toBe('2027. 3. 31.(수)');
    expect(formatDay(new Date('2027-03-31'), 'en')).toBe('31 Mar');
  });

  it('belongs to a year by the calendar of the zone', () => {
    const newYear = new Date('2026-12-31T15:30:00Z');
    expect(isSameYear(newYear, monday, 'Asia/Seoul')).toBe(false);
    expect(isSameYear(newYear, monday, 'Asia/Shanghai')).toBe(true);
  });
});

describe('a time', () => {
  it('is that of the zone, not of the machine', () => {
    expect(formatTime(monday, 'Asia/Seoul')).toBe('09:20');
    expect(formatTime(monday, 'Asia/Shanghai')).toBe('08:20');
    expect(formatTime(midnight, 'Asia/Seoul')).toBe('00:30');
  });

  it('stands behind its date', () => {
    expect(formatDateTime(monday, 'ko', 'Asia/Seoul', { weekday: true })).toBe('11. 16.(월) 09:20');
    expect(formatDateTime(monday, 'zh', 'Asia/Shanghai')).toBe('11月16日 08:20');
    expect(formatDateTime(monday, 'en', 'Asia/Seoul')).toBe('16 Nov, 09:20');
  });

  it('shows the other side in brackets, the own side first', () => {
    expect(formatDateTimeBoth(monday, 'ko', 'Asia/Seoul', words.ko)).toBe('11. 16. 09:20 (중국 시간 08:20)');
    expect(formatDateTimeBoth(monday, 'zh', 'Asia/Shanghai', words.zh)).toBe(
      '11月16日 08:20（韩国时间 09:20）',
    );
    expect(formatDateTimeBoth(monday, 'en', 'Asia/Shanghai', words.en)).toBe('16 Nov, 08:20 CST (09:20 KST)');
  });

  it('names the other day when it is another day over there', () => {
    expect(formatDateTimeBoth(midnight, 'ko', 'Asia/Seoul', words.ko)).toBe(
      '11. 16. 00:30 (중국 시간 11. 15. 23:30)',
    );
  });

  it('shows both clocks of a deadline', () => {
    const deadline = new Date('2027-03-31T09:00:00Z');
    expect(formatClocks(deadline, 'Asia/Seoul', words.en)).toBe('18:00 KST · 17:00 CST');
    expect(formatClocks(deadline, 'Asia/Shanghai', words.zh)).toBe('17:00 中国 · 18:00 韩国');
  });

  it('follows the government, and the language of a guest', () => {
    expect([timeZoneOf('KR'), timeZoneOf('CN')]).toEqual(['Asia/Seoul', 'Asia/Shanghai']);
    expect(languages.map(timeZoneOfLanguage)).toEqual(['Asia/Seoul', 'Asia/Shanghai', 'Asia/Seoul']);
  });
});

describe('how long ago', () => {
  const ago = (iso: string, language: Language) =>
    formatRelative(new Date(iso), monday, language, timeZoneOfLanguage(language), words[language]);

  it('goes from now over minutes and hours to days', () => {
    expect(ago('2026-11-16T00:19:30Z', 'ko')).toBe('방금');
    expect(ago('2026-11-16T00:15:00Z', 'ko')).toBe('5분 전');
    expect(ago('2026-11-15T22:10:00Z', 'zh')).toBe('2小时前');
    expect(ago('2026-11-14T22:10:00Z', 'en')).toBe('yesterday');
    expect(ago('2026-11-19T00:20:00Z', 'en')).toBe('in 3 days');
  });

  it('counts days by the calendar, not by 24 hours', () => {
    expect(ago('2026-11-14T14:00:00Z', 'ko')).toBe('그저께');
  });

  it('gives the date beyond a month, with the year if it was another', () => {
    expect(ago('2026-09-01T00:00:00Z', 'ko')).toBe('9. 1.');
    expect(ago('2025-12-31T00:00:00Z', 'zh')).toBe('2025年12月31日');
  });
});

describe('a due date', () => {
  const due = (day: string, language: Language) =>
    formatDueness(new Date(day), monday, timeZoneOfLanguage(language), words[language]);

  it('says how many days are left or late', () => {
    expect(due('2026-11-19', 'ko')).toBe('3일 남음');
    expect(due('2026-11-16', 'zh')).toBe('今日到期');
    expect(due('2026-11-08', 'en')).toBe('8 days late');
    expect(due('2026-11-15', 'en')).toBe('1 day late');
  });

  it('counts by the calendar of the reader', () => {
    expect(daysUntil(new Date('2026-11-16'), midnight, 'Asia/Seoul')).toBe(0);
    expect(daysUntil(new Date('2026-11-16'), midnight, 'Asia/Shanghai')).toBe(1);
  });
});

describe('a number', () => {
  it('is grouped', () => {
    expect(languages.map((language) => formatNumber(1284.567, language))).toEqual([
      '1,284.57',
      '1,284.57',
      '1,284.57',
    ]);
    expect(formatPercent(0.3125, 'zh')).toBe('31%');
  });

  it('carries its unit as the language counts', () => {
    const buoys = { value: 340, unit: 'items', estimated: true } as const;
    expect(formatAmount(buoys, 'ko', words.ko)).toBe('약 340개');
    expect(formatAmount(buoys, 'zh', words.zh)).toBe('约 340 个');
    expect(formatAmount(buoys, 'en', words.en)).toBe('about 340 items');
    expect(formatAmount({ value: 1, unit: 'sacks' }, 'en', words.en)).toBe('1 sack');
    expect(formatAmount({ value: 85, unit: 'kg' }, 'zh', words.zh)).toBe('85 千克');
  });

  it('of metres grows into kilometres', () => {
    expect(formatDistance(8, 'ko', words.ko)).toBe('8 m');
    expect(formatDistance(847, 'en', words.en)).toBe('850 m');
    expect(formatDistance(999, 'en', words.en)).toBe('1 km');
    expect(formatDistance(1234, 'zh', words.zh)).toBe('1.2 公里');
    expect(formatDistance(34_600, 'ko', words.ko)).toBe('35 km');
  });

  it('of bytes is a file size', () => {
    expect(formatFileSize(240_400, 'ko')).toBe('240 KB');
    expect(formatFileSize(3_140_000, 'zh')).toBe('3.1 MB');
  });
});

it('joins names as each language does', () => {
  const names = ['A', 'B', 'C'];
  expect(languages.map((language) => formatList(names, language))).toEqual([
    'A, B 및 C',
    'A、B和C',
    'A, B and C',
  ]);
});
