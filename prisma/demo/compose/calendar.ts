import type { Language } from '#prisma/generated/enums.ts';
import type { Moment, When } from '../story.ts';

const minute = 60_000;
const hour = 60 * minute;
/** Length of a day; neither shore has summer time. */
export const day = 24 * hour;
/** The wall clock of the stories is Korea's. */
const koreaAhead = 9 * hour;
/** Nothing in the demo world is older than this. */
const oldest = 545 * day;

/** When a story began, as a moment and as the start of that day in Korea. */
export type Beginning = { at: Date; midnight: number; elapsed: boolean };

/** Start of the day in Korea that a moment lies in. */
export function koreanMidnight(moment: number): number {
  return Math.floor((moment + koreaAhead) / day) * day - koreaAhead;
}

/**
 * When a story began.
 * @param today start of the day that counts as today
 * @param lasts the last moment of the story: a season is the latest one in which all of it has happened
 */
export function beginningOf(when: When, lasts: Moment | undefined, today: number, now: Date): Beginning {
  if ('hoursAgo' in when) {
    const at = new Date(now.getTime() - when.hoursAgo * hour);
    return { at, midnight: koreanMidnight(at.getTime()), elapsed: true };
  }
  const midnight = 'daysAgo' in when ? today - when.daysAgo * day : seasonStart(when, lasts, today, now);
  return { at: new Date(midnight + clockOf(when.clock)), midnight, elapsed: false };
}

function seasonStart(
  { season, clock, year }: { season: string; clock: string; year: number },
  lasts: Moment | undefined,
  today: number,
  now: Date,
): number {
  const end = (start: number) => start + (lasts ? offsetOf(lasts) : clockOf(clock));
  const thisYear = new Date(today + koreaAhead).getUTCFullYear();
  const starts = [1, 0, -1, -2].map((years) => Date.parse(`${thisYear + years}-${season}T00:00:00+09:00`));
  const past = starts.filter((start) => end(start) < today && now.getTime() - start < oldest);
  const [latest, before] = past;
  if (latest === undefined) throw new Error(`A story of the season ${season} is too long.`);
  return year === 1 ? (before ?? latest) : latest;
}

/** A moment of a story that began then. */
export function momentAfter(beginning: Beginning, moment: Moment): Date {
  return new Date((beginning.elapsed ? beginning.at.getTime() : beginning.midnight) + offsetOf(moment));
}

function offsetOf(moment: Moment): number {
  const [days = '', clock = ''] = moment.split(' ');
  return Number(days) * day + clockOf(clock);
}

function clockOf(clock: string): number {
  const [hours = '', minutes = ''] = clock.split(':');
  return Number(hours) * hour + Number(minutes) * minute;
}

const dayFormats = {
  ko: new Intl.DateTimeFormat('ko', { month: 'long', day: 'numeric', timeZone: 'Asia/Seoul' }),
  zh: new Intl.DateTimeFormat('zh', { month: 'long', day: 'numeric', timeZone: 'Asia/Seoul' }),
  en: new Intl.DateTimeFormat('en-GB', { month: 'long', day: 'numeric', timeZone: 'Asia/Seoul' }),
} as const satisfies Record<Language, Intl.DateTimeFormat>;

/** Puts the dates into a text: `{+4}` is four days after the story began. */
export function withDates(text: string, language: Language, { midnight }: Beginning): string {
  return text.replace(/\{\+(\d+)\}/g, (_, days) =>
    dayFormats[language].format(midnight + Number(days) * day),
  );
}

/** An all-day date in Korea, as the database keeps it. */
export function allDay(midnight: number): Date {
  return new Date(midnight + koreaAhead);
}
