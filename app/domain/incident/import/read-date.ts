/** A day of the calendar, and the time of day where the cell has one. */
export type WrittenDate = {
  year: number;
  month: number;
  day: number;
  /** `HH:mm:ss`; null where only a day is said. */
  time: string | null;
  /** Minutes east of Greenwich, where the cell says so. */
  offset: number | null;
  /** 3/4/2025: nothing in the cell tells the month from the day. */
  ambiguous: boolean;
};

export type ReadDate =
  { ok: true; date: WrittenDate } | { ok: false; fault: 'date_unread' | 'date_impossible' };

/** Whether 3/4/2025 is the third of April or the fourth of March. */
export type DateOrder = 'month_first' | 'day_first';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const chineseDigits = '〇一二三四五六七八九';

/**
 * Reads a date as Korean, Chinese and English sheets write it: 20250131, 2025-01-31, 2025. 1. 31., 2025년 1월 31일,
 * 2025年1月31日, 二〇二五年一月三十一日, 25.1.31, 1/31/2025, 31 Jan 2025, an ISO moment, a serial of Excel; each with a
 * time of day or without (오후 3시 20분, 下午3:20, 3:20 PM).
 */
export function readDate(cell: string, order: DateOrder = 'month_first'): ReadDate {
  const text = plain(cell);
  const { time, isImpossible = false, rest, offset } = timeOf(text);
  const found = dayOf(rest, order);
  if (isImpossible) return { ok: false, fault: 'date_impossible' };
  if (!found) return { ok: false, fault: 'date_unread' };
  const { year, month, day } = found;
  const check = new Date(Date.UTC(year, month - 1, day));
  const exists = check.getUTCMonth() === month - 1 && check.getUTCDate() === day && year >= 1000;
  if (!exists) return { ok: false, fault: 'date_impossible' };
  return { ok: true, date: { ...found, time: time ?? found.time ?? null, offset } };
}

/** The order that a column tells by its days above 12; undefined where nothing does. */
export function orderOf(cells: readonly string[]): DateOrder | undefined {
  for (const cell of cells) {
    const found = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}/.exec(cell.normalize('NFKC'));
    if (Number(found?.[1]) > 12) return 'day_first';
    if (Number(found?.[2]) > 12) return 'month_first';
  }
  return undefined;
}

function plain(cell: string): string {
  return cell
    .normalize('NFKC')
    .replace(/[零○]/g, '〇')
    .replace(/([一二三四五六七八九]?)十([一二三四五六七八九]?)/g, (_, tens: string, ones: string) =>
      String((tens ? chineseDigits.indexOf(tens) : 1) * 10 + (ones ? chineseDigits.indexOf(ones) : 0)),
    )
    .replace(
      /[〇一二三四五六七八九](?=[〇一二三四五六七八九]*[\d年月日号时点分]|[〇一二三四五六七八九]*$)/g,
      (digit) => String(chineseDigits.indexOf(digit)),
    )
    .replace(/\((월|화|수|목|금|토|일|周?[一二三四五六日]|mon|tue|wed|thu|fri|sat|sun)\)/gi, ' ')
    .replace(/^['’]/, '')
    .trim();
}

type Time = { time: string | null; isImpossible?: boolean; rest: string; offset: number | null };

function timeOf(text: string): Time {
  const pattern =
    /(오전|오후|上午|下午|晚上|凌晨)?\s*(?:T|\b)(\d{1,2})\s*(?::|시|时|点)\s*(?:(\d{1,2})\s*(?::|분|分)?)?\s*(?:(\d{1,2})(?:[.,]\d+)?\s*(?:초|秒)?)?\s*(am|pm|a\.m\.|p\.m\.)?\s*(z|utc|kst|[-+]\d{2}:?\d{2})?\s*$/i;
  const found = pattern.exec(text);
  const clock = found?.[0] ?? '';
  if (!found || !/[:시时点]/.test(clock)) return { time: null, rest: text, offset: null };
  const [, before, hour = '0', minute = '0', second = '0', after, zone] = found;
  const isLate = /오후|下午|晚上|p/i.test(before ?? after ?? '');
  const isHalf = before !== undefined || after !== undefined;
  const hours = isHalf ? (Number(hour) % 12) + (isLate ? 12 : 0) : Number(hour);
  if (hours > 24 || Number(minute) > 59 || Number(second) > 59)
    return { time: null, isImpossible: true, rest: text, offset: null };
  const two = (part: string | number) => String(part).padStart(2, '0');
  const time = `${two(hours === 24 ? 0 : hours)}:${two(minute)}:${two(second)}`;
  return { time, rest: text.slice(0, found.index).replace(/T$/, ''), offset: offsetOf(zone) };
}

function offsetOf(zone: string | undefined): number | null {
  if (zone === undefined) return null;
  if (/kst/i.test(zone)) return 540;
  const found = /([-+])(\d{2}):?(\d{2})/.exec(zone);
  if (!found) return 0;
  return (found[1] === '-' ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3]));
}

type Day = { year: number; month: number; day: number; ambiguous: boolean; time?: string | null };

function dayOf(given: string, order: DateOrder): Day | null {
  const text = given.trim().replace(/[,.]$/, '');
  const sure = (year: string, month: string | number, day: string): Day => ({
    year: fullYear(year),
    month: Number(month),
    day: Number(day),
    ambiguous: false,
  });
  const joined = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (joined?.[1] && joined[2] && joined[3]) return sure(joined[1], joined[2], joined[3]);
  const worded = /^(\d{2}|\d{4})\s*[년年]\s*(\d{1,2})\s*[월月]\s*(\d{1,2})\s*[일日号號]?$/.exec(text);
  if (worded?.[1] && worded[2] && worded[3]) return sure(worded[1], worded[2], worded[3]);
  const yearFirst = /^(\d{4})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})$/.exec(text);
  if (yearFirst?.[1] && yearFirst[2] && yearFirst[3]) return sure(yearFirst[1], yearFirst[2], yearFirst[3]);
  const yearLast = /^(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4})$/.exec(text);
  if (yearLast?.[1] && yearLast[2] && yearLast[3]) {
    const [one, two] = [Number(yearLast[1]), Number(yearLast[2])];
    const dayFirst = one > 12 || (two <= 12 && order === 'day_first');
    const day = dayFirst ? yearLast[1] : yearLast[2];
    const month = dayFirst ? yearLast[2] : yearLast[1];
    return { ...sure(yearLast[3], month, day), ambiguous: one <= 12 && two <= 12 && one !== two };
  }
  const short = /^(\d{2})\s*[.\-/]\s*(\d{1,2})\s*[.\-/]\s*(\d{1,2})$/.exec(text);
  if (short?.[1] && short[2] && short[3]) return sure(short[1], short[2], short[3]);
  return withMonthName(text) ?? serial(text);
}

function withMonthName(text: string): Day | null {
  const found =
    /^(?<day>\d{1,2})(?:st|nd|rd|th)?[\s-]+(?<month>[a-z]{3,9})\.?,?[\s-]+(?<year>\d{2}|\d{4})$/i.exec(
      text,
    ) ?? /^(?<month>[a-z]{3,9})\.?[\s-]+(?<day>\d{1,2})(?:st|nd|rd|th)?,?[\s-]+(?<year>\d{4})$/i.exec(text);
  const { day, month, year } = found?.groups ?? {};
  if (day === undefined || month === undefined || year === undefined) return null;
  const index = months.indexOf(month.slice(0, 3).toLowerCase());
  return index < 0 ? null : { year: fullYear(year), month: index + 1, day: Number(day), ambiguous: false };
}

/** Days since the last of 1899, as a workbook saved as text leaves them: 1954 to 2119. */
function serial(text: string): Day | null {
  if (!/^\d{5}(\.\d+)?$/.test(text)) return null;
  const days = Number(text);
  if (days < 20_000 || days > 80_000) return null;
  const at = new Date(Math.round((days - 25_569) * 86_400) * 1000);
  const time = Number.isInteger(days) ? null : at.toISOString().slice(11, 19);
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
    ambiguous: false,
    time,
  };
}

function fullYear(year: string): number {
  if (year.length > 2) return Number(year);
  return Number(year) + (Number(year) < 70 ? 2000 : 1900);
}
