import type { TFunction } from 'i18next';
import type { AmountUnit } from '#prisma/generated/enums.ts';
import type { Language } from './languages.ts';

/**
 * Dates, numbers and amounts in the reader's language. Everything is pure: the zone and the clock are given, never the
 * machine's, so that server and browser write the same. Dates are put together here from Intl's parts, because the
 * punctuation of whole Intl dates changes with the ICU of the browser.
 */

export type TimeZone = 'Asia/Seoul' | 'Asia/Shanghai';

type Words = TFunction<'common'>;

/** The zone that a government of this country lives in. */
export function timeZoneOf(country: 'KR' | 'CN'): TimeZone {
  return country === 'CN' ? 'Asia/Shanghai' : 'Asia/Seoul';
}

/** The zone of a reader of whom only the language is known. */
export function timeZoneOfLanguage(language: Language): TimeZone {
  return language === 'zh' ? 'Asia/Shanghai' : 'Asia/Seoul';
}

const locales = { ko: 'ko-KR', zh: 'zh-CN', en: 'en-US' } as const satisfies Record<Language, string>;

export type DateOptions = {
  readonly year?: boolean | undefined;
  readonly weekday?: boolean | undefined;
};

type Clock = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly time: string;
};

/** All-day dates are stored as midnight UTC and belong to no zone. */
type Calendar = TimeZone | 'UTC';

const clockFormats = new Map<Calendar, Intl.DateTimeFormat>();

/** What the calendar and the clock of a zone say at a moment. */
function clockOf(at: Date, zone: Calendar): Clock {
  let format = clockFormats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    clockFormats.set(zone, format);
  }
  const parts = new Map(format.formatToParts(at).map((part) => [part.type, part.value]));
  return {
    year: Number(parts.get('year')),
    month: Number(parts.get('month')),
    day: Number(parts.get('day')),
    time: `${parts.get('hour') ?? ''}:${parts.get('minute') ?? ''}`,
  };
}

function named(at: Date, zone: Calendar, language: Language, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locales[language], { ...options, timeZone: zone }).format(at);
}

/** A day: `11. 16.`, `11月16日`, `16 Nov`; with the weekday `11. 16.(월)`, `11月16日（周一）`, `Mon 16 Nov`. */
export function formatDate(
  at: Date,
  language: Language,
  zone: Calendar,
  { year, weekday }: DateOptions = {},
): string {
  const clock = clockOf(at, zone);
  const day = weekday ? named(at, zone, language, { weekday: 'short' }) : '';
  switch (language) {
    case 'ko':
      return `${year ? `${clock.year}. ` : ''}${clock.month}. ${clock.day}.${weekday ? `(${day})` : ''}`;
    case 'zh':
      return `${year ? `${clock.year}年` : ''}${clock.month}月${clock.day}日${weekday ? `（${day}）` : ''}`;
    case 'en':
      return [day, clock.day, named(at, zone, language, { month: 'short' }), year && clock.year]
        .filter(Boolean)
        .join(' ');
  }
}

/** A day in full words, for heads of pages: `11월 18일 수요일`, `11月18日 星期三`, `Wednesday 18 November`. */
export function formatLongDate(at: Date, language: Language, zone: TimeZone): string {
  const clock = clockOf(at, zone);
  const day = named(at, zone, language, { weekday: 'long' });
  switch (language) {
    case 'ko':
      return `${clock.month}월 ${clock.day}일 ${day}`;
    case 'zh':
      return `${clock.month}月${clock.day}日 ${day}`;
    case 'en':
      return `${day} ${clock.day} ${named(at, zone, language, { month: 'long' })}`;
  }
}

/** The time of day, 24 hours: `09:20`. */
export function formatTime(at: Date, zone: TimeZone): string {
  return clockOf(at, zone).time;
}

/** Day and time: `11. 16.(월) 09:20`, `11月16日 09:20`, `16 Nov, 09:20`. */
export function formatDateTime(
  at: Date,
  language: Language,
  zone: TimeZone,
  options: DateOptions = {},
): string {
  const date = formatDate(at, language, zone, options);
  return `${date}${language === 'en' ? ', ' : ' '}${formatTime(at, zone)}`;
}

/** Day and time in the reader's zone, the other side's time in brackets: `11月16日 08:20（韩国时间 09:20）`. */
export function formatDateTimeBoth(
  at: Date,
  language: Language,
  zone: TimeZone,
  t: Words,
  options: DateOptions = {},
): string {
  const otherZone = zone === 'Asia/Seoul' ? 'Asia/Shanghai' : 'Asia/Seoul';
  const sameDay = clockOf(at, zone).day === clockOf(at, otherZone).day;
  const own = formatDateTime(at, language, zone, options);
  const other = sameDay ? formatTime(at, otherZone) : formatDateTime(at, language, otherZone);
  return t(zone === 'Asia/Seoul' ? 'time.with_china' : 'time.with_korea', { own, other });
}

/** The time of day on both sides, the reader's first: `18:00 KST · 17:00 CST`. */
export function formatClocks(at: Date, zone: TimeZone, t: Words): string {
  const korea = t('time.korea', { time: formatTime(at, 'Asia/Seoul') });
  const china = t('time.china', { time: formatTime(at, 'Asia/Shanghai') });
  return zone === 'Asia/Seoul' ? `${korea} · ${china}` : `${china} · ${korea}`;
}

/** An all-day date (midnight UTC, as `@db.Date` comes), the same everywhere. */
export function formatDay(day: Date, language: Language, options: DateOptions = {}): string {
  return formatDate(day, language, 'UTC', options);
}

/** The month of an all-day date: "11월", "2026년 11월", "Nov 2026". */
export function formatMonth(day: Date, language: Language, { year = false }: DateOptions = {}): string {
  const words = year ? ({ year: 'numeric', month: 'short' } as const) : ({ month: 'short' } as const);
  return named(day, 'UTC', language, words);
}

/** Whether two moments fall into the same year of a zone: then the year need not be said. */
export function isSameYear(a: Date, b: Date, zone: TimeZone): boolean {
  return clockOf(a, zone).year === clockOf(b, zone).year;
}

/** Number of the day in a calendar, counted through. */
function dayNumber(at: Date, calendar: Calendar): number {
  const { year, month, day } = clockOf(at, calendar);
  return Date.UTC(year, month - 1, day) / 86_400_000;
}

/** Whole days from now to a moment by the calendar of a zone; negative if it has passed. */
function calendarDays(now: Date, at: Date, zone: TimeZone): number {
  return dayNumber(at, zone) - dayNumber(now, zone);
}

/** Whole days from today to an all-day date, by the reader's calendar; negative if it has passed. */
export function daysUntil(day: Date, now: Date, zone: TimeZone): number {
  return dayNumber(day, 'UTC') - dayNumber(now, zone);
}

const minute = 60_000;
const hour = 60 * minute;

/** How long ago or ahead: `방금`, `5분 전`, `2小时前`, `yesterday`, `in 3 days`; beyond 30 days the date. */
export function formatRelative(at: Date, now: Date, language: Language, zone: TimeZone, t: Words): string {
  const difference = at.getTime() - now.getTime();
  const relative = new Intl.RelativeTimeFormat(locales[language], { numeric: 'auto' });
  if (Math.abs(difference) < minute) return t('time.now');
  if (Math.abs(difference) < hour) return relative.format(Math.trunc(difference / minute), 'minute');
  const days = calendarDays(now, at, zone);
  if (days === 0 || Math.abs(difference) < 6 * hour) {
    return relative.format(Math.trunc(difference / hour), 'hour');
  }
  if (Math.abs(days) <= 30) return relative.format(days, 'day');
  return formatDate(at, language, zone, { year: !isSameYear(at, now, zone) });
}

/** How an all-day due date stands: `3일 남음`, `今日到期`, `8 days late`. */
export function formatDueness(day: Date, now: Date, zone: TimeZone, t: Words): string {
  const days = daysUntil(day, now, zone);
  if (days < 0) return t('time.late_days', { count: -days });
  return days > 0 ? t('time.days_left', { count: days }) : t('time.due_today');
}

/** A number, grouped: `1,284`; two decimals at most unless told otherwise. */
export function formatNumber(value: number, language: Language, maximumFractionDigits = 2): string {
  return new Intl.NumberFormat(locales[language], { maximumFractionDigits }).format(value);
}

/** A share between 0 and 1 in whole percent. */
export function formatPercent(share: number, language: Language): string {
  return new Intl.NumberFormat(locales[language], { style: 'percent', maximumFractionDigits: 0 }).format(
    share,
  );
}

export type AmountSaid = {
  readonly value: number;
  readonly unit: AmountUnit;
  readonly estimated?: boolean | undefined;
};

/** An amount as entered: `약 340개`, `85 千克`, `about 12 sacks`. */
export function formatAmount({ value, unit, estimated }: AmountSaid, language: Language, t: Words): string {
  const amount = t(`amount.${unit}`, { count: value, value: formatNumber(value, language) });
  return estimated ? t('amount.about', { amount }) : amount;
}

/** A distance in metres: whole tens below 1 km, then kilometres with one decimal below 10. */
export function formatDistance(metres: number, language: Language, t: Words): string {
  if (metres < 995) {
    const step = metres < 100 ? 1 : 10;
    return t('distance.m', { value: formatNumber(Math.round(metres / step) * step, language) });
  }
  const kilometres = metres / 1000;
  return t('distance.km', { value: formatNumber(kilometres, language, kilometres < 10 ? 1 : 0) });
}

/** The size of a file in bytes: `240 KB`, `3.1 MB`. */
export function formatFileSize(bytes: number, language: Language): string {
  return bytes < 950_000
    ? `${formatNumber(Math.max(1, Math.round(bytes / 1000)), language)} KB`
    : `${formatNumber(bytes / 1_000_000, language, 1)} MB`;
}

/** Several names in one sentence: `A, B 및 C`, `A、B和C`, `A, B, and C`. */
export function formatList(names: readonly string[], language: Language): string {
  return new Intl.ListFormat(language === 'en' ? 'en-GB' : locales[language], { type: 'conjunction' }).format(
    names,
  );
}
