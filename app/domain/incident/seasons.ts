import { daysOfMonth, monthsBetween, type Sum } from './summary.ts';

/** The four seasons of both coasts, by whole months. */
export const seasons = ['spring', 'summer', 'autumn', 'winter'] as const;
export type Season = (typeof seasons)[number];

const firstMonth = { spring: 3, summer: 6, autumn: 9, winter: 12 } as const satisfies Record<Season, number>;

/** One position of the time slider: its first and last day, and what was seen between them. */
export type TimeStep = { key: string; from: string; to: string; count: number };

type Month = Pick<Sum, 'count'> & { key: string };

/** The season of a month (`2026-01`), and the year in which it began: January belongs to the winter of the year before. */
export function seasonOf(month: string): { season: Season; year: number } {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const season = seasons[Math.floor(((number + 9) % 12) / 3)] ?? 'winter';
  return { season, year: number < 3 ? year - 1 : year };
}

/** First and last day of a season; a winter ends in the next year. */
export function daysOfSeason({ season, year }: { season: Season; year: number }): {
  from: string;
  to: string;
} {
  const first = firstMonth[season];
  const last = first + 2;
  const month = (number: number) =>
    `${number > 12 ? year + 1 : year}-${String(number > 12 ? number - 12 : number).padStart(2, '0')}`;
  return { from: daysOfMonth(month(first)).from, to: daysOfMonth(month(last)).to };
}

/** Every month from the first sighting to the last, empty ones too. */
export function monthSteps(months: readonly Month[]): TimeStep[] {
  const [first, last] = [months[0], months.at(-1)];
  if (!first || !last) return [];
  const counts = new Map(months.map(({ key, count }) => [key, count]));
  return monthsBetween(first.key, last.key).map((key) => ({
    key,
    ...daysOfMonth(key),
    count: counts.get(key) ?? 0,
  }));
}

/** One season in every year from the first sighting to the last, empty ones too. */
export function seasonSteps(months: readonly Month[], season: Season): TimeStep[] {
  const [first, last] = [months[0], months.at(-1)];
  if (!first || !last) return [];
  const steps: TimeStep[] = [];
  for (let year = seasonOf(first.key).year; year <= seasonOf(last.key).year; year++) {
    const days = daysOfSeason({ season, year });
    const count = months
      .filter(({ key }) => key >= days.from.slice(0, 7) && key <= days.to.slice(0, 7))
      .reduce((sum, month) => sum + month.count, 0);
    steps.push({ key: `${season}-${year}`, ...days, count });
  }
  return steps;
}
