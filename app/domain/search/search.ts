import { z } from 'zod';
import { ActionItemState, IncidentStatus, Language, SearchSubject } from '#prisma/generated/enums.ts';

/** How far back; keys of `search:period.<key>`. */
export const periods = ['week', 'month', 'year'] as const;
export type Period = (typeof periods)[number];

const daysOf = { week: 7, month: 31, year: 366 } as const satisfies Record<Period, number>;

/** The beginning of a period that ends now. */
export function startOf(period: Period, now: Date): Date {
  return new Date(now.getTime() - daysOf[period] * 24 * 3600 * 1000);
}

/** Of a decision. Keys of `search:decision.<key>`. */
export const decisionStates = ['open', 'closed'] as const;

const states = [
  ...Object.values(IncidentStatus),
  ...Object.values(ActionItemState),
  ...decisionStates,
] as const;

/** What stands in the address of the page. A wrong value is no filter. */
export const searchInput = z.object({
  q: z
    .string()
    .default('')
    .transform((q) => q.trim().slice(0, 200)),
  type: z.enum(SearchSubject).optional().catch(undefined),
  government: z.string().min(1).optional().catch(undefined),
  period: z.enum(periods).optional().catch(undefined),
  language: z.enum(Language).optional().catch(undefined),
  state: z.enum(states).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(500).catch(1),
});
export type SearchInput = z.output<typeof searchInput>;

/** A stretch of a shown text; `hit` where it says what was asked. */
export type Part = { text: string; hit: boolean };

/** One thing that was found. */
export type Found = {
  subject: SearchSubject;
  subjectId: string;
  href: string;
  /** Of the thing, or of the thread in which a post stands. */
  title: Part[];
  snippet: Part[];
  /** Of title and snippet. */
  language: Language;
  isOriginal: boolean;
  state: string | null;
  governmentIds: string[];
  /** ISO 8601; null where time means nothing. */
  at: string | null;
};
