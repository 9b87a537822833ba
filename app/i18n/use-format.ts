import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type AmountSaid,
  type DateOptions,
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
  formatMonth,
  formatNumber,
  formatPercent,
  formatRelative,
  formatTime,
  isSameYear,
} from './format.ts';
import { useReader } from './reader.tsx';
import { useLanguage } from './use-language.ts';

/** The formatters of `format.ts`, bound to the reader: language, zone, clock. The year is said when it is not this one. */
export function useFormat() {
  const language = useLanguage();
  const { zone, now } = useReader();
  const { t } = useTranslation('common');
  return useMemo(() => {
    const withYear = (at: Date, options: DateOptions = {}): DateOptions => ({
      ...options,
      year: options.year ?? !isSameYear(at, now, zone),
    });
    return {
      date: (at: Date, options?: DateOptions) => formatDate(at, language, zone, withYear(at, options)),
      /** All-day dates, as `@db.Date` comes. */
      day: (day: Date, options: DateOptions = {}) =>
        formatDay(day, language, { ...options, year: options.year ?? !isSameYear(day, now, zone) }),
      /** Of an all-day date. */
      month: (day: Date, options?: DateOptions) => formatMonth(day, language, options),
      longDate: (at: Date) => formatLongDate(at, language, zone),
      time: (at: Date) => formatTime(at, zone),
      dateTime: (at: Date, options?: DateOptions) =>
        formatDateTime(at, language, zone, withYear(at, options)),
      dateTimeBoth: (at: Date, options?: DateOptions) =>
        formatDateTimeBoth(at, language, zone, t, withYear(at, options)),
      clocks: (at: Date) => formatClocks(at, zone, t),
      relative: (at: Date) => formatRelative(at, now, language, zone, t),
      dueness: (due: Date) => formatDueness(due, now, zone, t),
      number: (value: number, maximumFractionDigits?: number) =>
        formatNumber(value, language, maximumFractionDigits),
      percent: (share: number) => formatPercent(share, language),
      amount: (amount: AmountSaid) => formatAmount(amount, language, t),
      distance: (metres: number) => formatDistance(metres, language, t),
      fileSize: (bytes: number) => formatFileSize(bytes, language),
      list: (names: readonly string[]) => formatList(names, language),
    };
  }, [language, zone, now, t]);
}
