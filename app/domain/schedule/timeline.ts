import { z } from 'zod';

/** Months on one page of the timeline. */
export const monthsShown = 6;
/** The month before today's is the first, so that what has just become late is in sight. */
const monthsBefore = 1;

const monthText = /^(20\d{2})-(0[1-9]|1[0-2])$/;

/** The first month of the page, as it stands in the URL; a wrong one is none. */
export const firstMonthSchema = z
  .string()
  .regex(monthText)
  .transform((text) => new Date(`${text}-01T00:00:00Z`))
  .optional()
  .catch(undefined);

/** So many months later (or earlier), always on the first of the month. */
export function addMonths(month: Date, count: number): Date {
  return new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + count, 1));
}

/** As the URL has it. */
export function monthOf(day: Date): string {
  return day.toISOString().slice(0, 7);
}

/** The span of a page: its first day and the first day after it, midnight UTC as all-day dates are. */
export type Span = { from: Date; until: Date };

export function spanFrom(first: Date | undefined, now: Date): Span {
  const from = first ?? addMonths(now, -monthsBefore);
  return { from, until: addMonths(from, monthsShown) };
}

/** The first days of the months in it. */
export function monthsIn({ from, until }: Span): Date[] {
  const months: Date[] = [];
  for (let month = from; month < until; month = addMonths(month, 1)) months.push(month);
  return months;
}

/** Where a moment stands in the span, from 0 to 1; what lies outside stands at the edge. */
export function placeIn({ from, until }: Span, at: Date): number {
  const share = (at.getTime() - from.getTime()) / (until.getTime() - from.getTime());
  return Math.min(1, Math.max(0, share));
}

const dayMs = 24 * 3_600_000;

/** The bar of work from its start to the end of its due day, as left and width from 0 to 1; null outside of the span. */
export function barIn(span: Span, start: Date, dueOn: Date): { left: number; width: number } | null {
  const end = new Date(dueOn.getTime() + dayMs);
  if (end <= span.from || start >= span.until) return null;
  const left = placeIn(span, start < dueOn ? start : dueOn);
  return { left, width: placeIn(span, end) - left };
}
