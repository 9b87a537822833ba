import type { Country } from '#prisma/generated/enums.ts';

/** One day on which an office is closed, or open although it is a weekend, and what for. */
export type Arranged = { from: string; to?: string; key: HolidayKey; works?: true };

/** What a day is for; keys of `schedule:holiday.<key>`. */
export const holidayKeys = [
  'new_year',
  'lunar_new_year',
  'independence_movement',
  'childrens_day',
  'buddhas_birthday',
  'memorial_day',
  'constitution_day',
  'liberation_day',
  'chuseok',
  'foundation_day',
  'hangul_day',
  'christmas',
  'election_day',
  'qingming',
  'labour_day',
  'dragon_boat',
  'mid_autumn',
  'national_day',
] as const;
export type HolidayKey = (typeof holidayKeys)[number];

/**
 * What no rule gives. Korea: election days by law (Public Official Election Act, article 34). China: the arrangement of
 * a year that the State Council's General Office publishes in November (for 2026: 国办发明电〔2025〕7号 of 4 November
 * 2025), with the weekend days on which offices work. A year that stands here replaces the rules for that country.
 */
export const arrangements: Record<Country, Readonly<Record<number, readonly Arranged[]>>> = {
  KR: {},
  CN: {
    2026: [
      { from: '2026-01-01', to: '2026-01-03', key: 'new_year' },
      { from: '2026-01-04', key: 'new_year', works: true },
      { from: '2026-02-15', to: '2026-02-23', key: 'lunar_new_year' },
      { from: '2026-02-14', key: 'lunar_new_year', works: true },
      { from: '2026-02-28', key: 'lunar_new_year', works: true },
      { from: '2026-04-04', to: '2026-04-06', key: 'qingming' },
      { from: '2026-05-01', to: '2026-05-05', key: 'labour_day' },
      { from: '2026-05-09', key: 'labour_day', works: true },
      { from: '2026-06-19', to: '2026-06-21', key: 'dragon_boat' },
      { from: '2026-09-25', to: '2026-09-27', key: 'mid_autumn' },
      { from: '2026-10-01', to: '2026-10-07', key: 'national_day' },
      { from: '2026-09-20', key: 'national_day', works: true },
      { from: '2026-10-10', key: 'national_day', works: true },
    ],
  },
};

/** Days that the library does not know, beside what it does. */
export const additions: Record<Country, readonly Arranged[]> = {
  KR: [
    { from: '2026-06-03', key: 'election_day' },
    { from: '2028-04-12', key: 'election_day' },
  ],
  // Since 1 January 2025 (State Council order 795): the third day of the new year, and the second of May.
  CN: [
    { from: '2027-02-08', key: 'lunar_new_year' },
    { from: '2028-01-28', key: 'lunar_new_year' },
    { from: '2027-05-02', key: 'labour_day' },
    { from: '2028-05-02', key: 'labour_day' },
  ],
};
