import Holidays from 'date-holidays';
import { Country } from '#prisma/generated/enums.ts';
import { additions, type Arranged, arrangements, type HolidayKey } from './arrangements.ts';
import type { Holiday } from './holiday.ts';

/** The library's rules by the Korean or Chinese name that it gives them; what has another name is no public holiday. */
const ruleKeys: Record<Country, Readonly<Record<string, HolidayKey>>> = {
  KR: {
    '01-01': 'new_year',
    'korean 01-0-01 P3D': 'lunar_new_year',
    '03-01': 'independence_movement',
    '05-05': 'childrens_day',
    'korean 4-0-8': 'buddhas_birthday',
    '06-06': 'memorial_day',
    '07-17': 'constitution_day',
    '08-15': 'liberation_day',
    'korean 8-0-14 P3D': 'chuseok',
    '10-03': 'foundation_day',
    '10-09': 'hangul_day',
    '12-25': 'christmas',
  },
  CN: {
    '01-01': 'new_year',
    'chinese 01-0-00': 'lunar_new_year',
    'chinese 01-0-01': 'lunar_new_year',
    'chinese 01-0-02': 'lunar_new_year',
    'chinese 5-01 solarterm': 'qingming',
    '05-01': 'labour_day',
    'chinese 05-0-05': 'dragon_boat',
    'chinese 08-0-15': 'mid_autumn',
    '10-01': 'national_day',
    '10-02': 'national_day',
    '10-03': 'national_day',
  },
};

const dayMs = 24 * 3600_000;
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);

/** The public holidays of both countries from one day to another (both included), and the weekend days on which offices work. */
export function findHolidays(from: Date, to: Date): Holiday[] {
  const [first, last] = [dayOf(from.getTime()), dayOf(to.getTime())];
  const years: number[] = [];
  for (let year = from.getUTCFullYear(); year <= to.getUTCFullYear(); year += 1) years.push(year);
  return Object.values(Country)
    .flatMap((country) => years.flatMap((year) => ofYear(country, year)))
    .filter(({ day }) => day >= first && day <= last)
    .sort((one, other) => one.day.localeCompare(other.day) || other.country.localeCompare(one.country));
}

const known = new Map<string, Holiday[]>();

/** Each day once a country; the lunar calendar of a year costs a few milliseconds, so it is kept. */
function ofYear(country: Country, year: number): Holiday[] {
  const kept = known.get(`${country}${year}`);
  if (kept) return kept;
  const arranged = arrangements[country][year];
  const own = additions[country].filter(({ from }) => from.startsWith(`${year}`));
  const all = arranged ? spread(country, arranged) : [...byRule(country, year), ...spread(country, own)];
  const found = all.filter(({ day }, at) => all.findIndex((one) => one.day === day) === at);
  known.set(`${country}${year}`, found);
  return found;
}

function byRule(country: Country, year: number): Holiday[] {
  const rules = Object.entries(ruleKeys[country]);
  return new Holidays(country, { types: ['public'] }).getHolidays(year).flatMap((found) => {
    const { rule, substitute = false, date, start, end } = found;
    const name = found.name.replace(/ \(.*\)$/u, '');
    const own = substitute ? substituteKeys[name] : rules.find(([text]) => isRule(rule, text))?.[1];
    if (!own) return [];
    const days = Math.round((end.getTime() - start.getTime()) / dayMs);
    const first = firstDayOf(date, rule);
    return Array.from({ length: days }, (_, at): Holiday => {
      const day = dayOf(first + at * dayMs);
      return { country, day, key: own, substitute, works: false };
    });
  });
}

/** The same rule, whatever the library says after it (since when it holds). */
function isRule(rule: string, text: string): boolean {
  return rule.trim() === text || rule.trim().startsWith(`${text} since`);
}

/** The library dates the Korean new year by its own day; its three days begin on the day before. */
function firstDayOf(date: string, rule: string): number {
  const day = Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
  return rule.startsWith('korean 01-0-01') ? day - dayMs : day;
}

const substituteKeys: Readonly<Record<string, HolidayKey>> = {
  설날: 'lunar_new_year',
  '3·1절': 'independence_movement',
  어린이날: 'childrens_day',
  석가탄신일: 'buddhas_birthday',
  제헌절: 'constitution_day',
  광복절: 'liberation_day',
  추석: 'chuseok',
  개천절: 'foundation_day',
  한글날: 'hangul_day',
  기독탄신일: 'christmas',
};

function spread(country: Country, arranged: readonly Arranged[]): Holiday[] {
  return arranged.flatMap(({ from, to = from, key, works = false }) => {
    const [first, last] = [Date.parse(from), Date.parse(to)];
    const days = Math.round((last - first) / dayMs) + 1;
    return Array.from({ length: days }, (_, at) => {
      const day = dayOf(first + at * dayMs);
      return { country, day, key, substitute: false, works };
    });
  });
}
