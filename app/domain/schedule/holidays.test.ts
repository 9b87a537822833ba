import { describe, expect, test } from 'vitest';
import { Country } from '#prisma/generated/enums.ts';
import { findHolidays } from './find-holidays.server.ts';

/**
 * Written from the laws and the calendars of the two countries, not from the library: Korea's Public Holidays Act with
 * its substitute days and the almanac's lunar days; China's regulation on holidays as of 2025, and for 2026 the
 * arrangement of the State Council. `*` marks a substitute day, `w` a weekend day on which offices work.
 */
const table: Record<Country, Record<number, string>> = {
  KR: {
    2026: `01-01 02-16 02-17 02-18 03-01 03-02* 05-05 05-24 05-25* 06-03 06-06 07-17 08-15 08-17* 09-24 09-25 09-26
      10-03 10-05* 10-09 12-25`,
    2027: `01-01 02-06 02-07 02-08 02-09* 03-01 05-05 05-13 06-06 07-17 07-19* 08-15 08-16* 09-14 09-15 09-16 10-03
      10-04* 10-09 10-11* 12-25 12-27*`,
    2028: `01-01 01-26 01-27 01-28 03-01 04-12 05-02 05-05 06-06 07-17 08-15 10-02 10-03 10-04 10-05* 10-09 12-25`,
  },
  CN: {
    2026: `01-01 01-02 01-03 01-04w 02-14w 02-15 02-16 02-17 02-18 02-19 02-20 02-21 02-22 02-23 02-28w 04-04 04-05
      04-06 05-01 05-02 05-03 05-04 05-05 05-09w 06-19 06-20 06-21 09-20w 09-25 09-26 09-27 10-01 10-02 10-03 10-04
      10-05 10-06 10-07 10-10w`,
    2027: `01-01 02-05 02-06 02-07 02-08 04-05 05-01 05-02 06-09 09-15 10-01 10-02 10-03`,
    2028: `01-01 01-25 01-26 01-27 01-28 04-04 05-01 05-02 05-28 10-01 10-02 10-03`,
  },
};

const written = (country: Country, year: number) =>
  findHolidays(new Date(`${year}-01-01`), new Date(`${year}-12-31`))
    .filter((holiday) => holiday.country === country)
    .map(({ day, substitute, works }) => `${day.slice(5)}${substitute ? '*' : ''}${works ? 'w' : ''}`);

describe.each(Object.values(Country))('the public holidays of %s', (country) => {
  test.each([2026, 2027, 2028])('are those of the calendar of %i', (year) => {
    expect(written(country, year)).toEqual(table[country][year]?.split(/\s+/));
  });
});

test('the lunar new year of 2027 and 2028 is a day apart, as the two capitals see the new moon', () => {
  const named = (country: Country) =>
    findHolidays(new Date('2027-02-01'), new Date('2027-02-28')).filter((one) => one.country === country);
  expect(named('CN').map(({ day, key }) => [day, key])).toContainEqual(['2027-02-06', 'lunar_new_year']);
  expect(named('KR').map(({ day }) => day)).toEqual(['2027-02-06', '2027-02-07', '2027-02-08', '2027-02-09']);
});

test('a span takes both of its ends and nothing beside it', () => {
  const found = findHolidays(new Date('2026-12-25'), new Date('2027-01-01'));
  expect(found.map(({ day, country }) => `${day} ${country}`)).toEqual([
    '2026-12-25 KR',
    '2027-01-01 KR',
    '2027-01-01 CN',
  ]);
});
