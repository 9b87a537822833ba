import { z } from 'zod';
import type { Incident, Prisma } from '#prisma/generated/client.ts';
import {
  type ActionItemState,
  AmountMethod,
  AmountUnit,
  CommitmentRole,
  Grade,
  Language,
  type TranslationField,
} from '#prisma/generated/enums.ts';
import { governmentSelect } from '../government/government.ts';
import { isWasteItem } from '../incident/waste-items.ts';
import type { TextTranslation } from '../translation/pick-text.ts';
import { clearanceSelect, day, presentSteps } from './clearance.ts';

const title = z.string().trim().min(1).max(140);
const text = z.string().trim().min(1).max(6000);
const reason = { text: z.string().trim().min(1).max(1000), language: z.enum(Language) };

/** A row that nobody filled in is no party. */
const parties = z
  .array(z.object({ governmentId: z.string().optional(), role: z.enum(CommitmentRole) }))
  .transform((rows) =>
    rows.flatMap(({ governmentId, role }) => (governmentId ? [{ governmentId, role }] : [])),
  )
  .refine((rows) => rows.some(({ role }) => role === 'lead'), 'lead_needed')
  .refine(
    (rows) => new Set(rows.map(({ governmentId }) => governmentId)).size === rows.length,
    'party_twice',
  );

/** Where a decision stands: its thread and the number of its post there, with a point between. */
export const decisionPlace = z
  .string()
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.[1-9]\d{0,8}$/)
  .transform((place) => ({ threadId: place.slice(0, 36), seq: Number(place.slice(37)) }));

export const proposeSchema = z.object({
  title,
  text,
  language: z.enum(Language),
  grade: z.enum(Grade).default('intention'),
  parties,
  dueOn: day.optional(),
  /** Numbers of the incidents that it answers to. */
  incidents: z
    .array(z.string().optional())
    .default([])
    .transform((numbers) => [...new Set(numbers.flatMap((number) => number?.trim() || []))])
    .pipe(z.array(z.string().regex(/^\d{4}-\d{4,}$/)).max(20)),
  clientKey: z.uuid().optional(),
  /** The decision that it carries out: the thread of its post, and the number there. */
  decision: decisionPlace.optional(),
  /** The outcome of a meeting that it carries out. */
  outcome: z.uuid().optional(),
  /** The offer that it takes up: the id of its thread. */
  offer: z.uuid().optional(),
});
export type ProposeInput = z.output<typeof proposeSchema>;

/** An answer is to the wording that one has read. */
export const acceptSchema = z.object({ revision: z.number().int() });
/** A mark is for the words that one has read, in all languages. */
export const markWordingSchema = z.object({ wordingHash: z.string().regex(/^[0-9a-f]{64}$/) });
export type MarkWordingInput = z.output<typeof markWordingSchema>;
export const declineSchema = z.object({ revision: z.number().int(), ...reason });
export const reasonSchema = z.object(reason);

export const claimSchema = z.object({
  text: z.string().trim().max(4000).default(''),
  language: z.enum(Language),
  photoIds: z.array(z.uuid()).max(8).default([]),
  amounts: z
    .array(
      z.object({
        item: z.string().optional(),
        value: z.number().positive().optional(),
        unit: z.enum(AmountUnit).optional(),
        method: z.enum(AmountMethod).optional(),
      }),
    )
    .max(20)
    .default([])
    // A row without a value was not filled in.
    .transform((rows) =>
      rows.flatMap(({ item, value, unit, method }) =>
        value === undefined
          ? []
          : [{ item: item ?? 'unsorted', value, unit: unit ?? 'kg', method: method ?? 'measured' }],
      ),
    )
    .refine((rows) => rows.every(({ item }) => isWasteItem(item)), 'choose_one'),
  /** The first two photos show the same place before and after. */
  beforeAfter: z.boolean().optional(),
  slipNumber: z.string().trim().max(120).optional(),
  disposalSite: z.string().trim().max(200).optional(),
  disposedOn: day.optional(),
});
export type ClaimInput = z.output<typeof claimSchema>;

/** Whether the incidents that it answers to are resolved with it. */
export const confirmSchema = z.object({ resolveIncidents: z.boolean().default(false) });

export const milestoneSchema = z.object({
  text: z.string().trim().min(1).max(200),
  language: z.enum(Language),
  weight: z.number().int().min(1).max(100).default(1),
  dueOn: day.optional(),
  clientKey: z.uuid().optional(),
});
export type MilestoneInput = z.output<typeof milestoneSchema>;

/** `reached=1` as a button sends it; anything else takes it back. */
export const reachSchema = z.object({ reached: z.literal('1').optional() });

export const editSchema = z.object({
  /** The wording that was open while it was edited. */
  revision: z.number().int(),
  title,
  text,
  dueOn: day.optional(),
});
export type EditInput = z.output<typeof editSchema>;

export const writeCommitmentSchema = z.object({
  /** The wording that was open while it was written. */
  revision: z.number().int(),
  text: z.string().trim().max(2000).default(''),
  language: z.enum(Language),
  grade: z.enum(Grade),
  dueOn: day.optional(),
});
export type WriteCommitmentInput = z.output<typeof writeCommitmentSchema>;

/** The columns of the board, in order; dropped items stand in the list only. */
export const boardStates = ['proposed', 'agreed', 'underway', 'awaiting_confirmation', 'done'] as const;

const hour = 3_600_000;
const dayLength = 24 * hour;
/** The working day ends at 18:00 in Korea, which is 17:00 in China and 09:00 UTC; neither has summer time. */
const endOfWork = 9 * hour;

/** The moment when an all-day due date (midnight UTC) is over, on both shores at once. */
export function dueMoment(dueOn: Date): Date {
  return new Date(dueOn.getTime() + endOfWork);
}

/** Of an item that is done: confirmed before its due date was over, or without one. */
export function wasOnTime({ dueOn, confirmedAt }: { dueOn: Date | null; confirmedAt: Date | null }): boolean {
  return dueOn === null || (confirmedAt !== null && confirmedAt <= dueMoment(dueOn));
}

/** Late is what was agreed, is not yet claimed as done and is past its due moment. No due date is never late. */
export function isOverdue(
  { state, dueOn }: { state: ActionItemState; dueOn: Date | null },
  now: Date,
): boolean {
  return runs(state) && dueOn !== null && now > dueMoment(dueOn);
}

/** The clock runs only while the parties work on it. */
export const runningStates = ['agreed', 'underway'] as const satisfies readonly ActionItemState[];

function runs(state: ActionItemState): boolean {
  return runningStates.some((running) => running === state);
}

/** Whole days since the due date by Korea's calendar, so that both shores count the same; 0 on the day itself. */
export function daysLate(dueOn: Date, now: Date): number {
  const today = Math.floor((now.getTime() + endOfWork) / dayLength);
  return Math.max(0, today - Math.floor(dueOn.getTime() / dayLength));
}

/** The last all-day date that is over: items due on it or before are late, as a filter for the database. */
export function lastDayOver(now: Date): Date {
  return new Date(Math.floor((now.getTime() - endOfWork - 1) / dayLength) * dayLength);
}

/** How far the work is: the weight of the milestones that are reached, of all; null when there are none. */
export function progressOf(
  milestones: readonly { weight: number; reachedAt: Date | null }[],
): { reached: number; total: number } | null {
  if (milestones.length === 0) return null;
  const sum = (some: readonly { weight: number }[]) => some.reduce((all, { weight }) => all + weight, 0);
  return { reached: sum(milestones.filter(({ reachedAt }) => reachedAt !== null)), total: sum(milestones) };
}

/** What a card of the board shows. */
export const cardSelect = {
  id: true,
  number: true,
  threadId: true,
  state: true,
  title: true,
  language: true,
  revision: true,
  grade: true,
  dueOn: true,
  proposedAt: true,
  claimedAt: true,
  confirmedAt: true,
  claimedByGovernmentId: true,
  claimedBy: { select: governmentSelect },
  confirmedBy: { select: governmentSelect },
  proposerSeat: { select: { governmentId: true } },
  commitments: {
    select: {
      governmentId: true,
      role: true,
      state: true,
      grade: true,
      government: { select: governmentSelect },
      steps: { ...presentSteps, select: clearanceSelect },
    },
    orderBy: [{ role: 'asc' }, { governmentId: 'asc' }],
  },
  milestones: { select: { weight: true, reachedAt: true }, orderBy: { position: 'asc' } },
  evidence: {
    select: { id: true, photos: { select: { id: true }, orderBy: { position: 'asc' } } },
    orderBy: { createdAt: 'desc' },
    take: 1,
  },
} as const satisfies Prisma.ActionItemSelect;

export type TitleTranslation = TextTranslation & { subjectId: string };

export type ActionItemCard = Prisma.ActionItemGetPayload<{ select: typeof cardSelect }> & {
  translations: TitleTranslation[];
};

/** What the page of an item shows. */
export const pageSelect = {
  ...cardSelect,
  text: true,
  updatedAt: true,
  thread: { select: { id: true, visibility: true } },
  proposerSeat: {
    select: {
      governmentId: true,
      titleKo: true,
      titleZh: true,
      titleEn: true,
      government: { select: governmentSelect },
    },
  },
  commitments: {
    select: {
      id: true,
      governmentId: true,
      role: true,
      state: true,
      grade: true,
      text: true,
      language: true,
      dueOn: true,
      reason: true,
      reasonLanguage: true,
      steps: { ...presentSteps, select: clearanceSelect },
      answeredAt: true,
      answeredRevision: true,
      government: { select: governmentSelect },
      marks: {
        where: { endedAt: null },
        select: {
          language: true,
          wordingHash: true,
          at: true,
          seat: { select: { titleKo: true, titleZh: true, titleEn: true } },
          account: { select: { name: true, nameLatin: true } },
        },
      },
      answeredBy: { select: { titleKo: true, titleZh: true, titleEn: true } },
    },
    orderBy: [{ role: 'asc' }, { governmentId: 'asc' }],
  },
  milestones: {
    select: { id: true, text: true, language: true, weight: true, dueOn: true, reachedAt: true },
    orderBy: { position: 'asc' },
  },
  evidence: {
    select: {
      id: true,
      text: true,
      language: true,
      beforeAfter: true,
      slipNumber: true,
      disposalSite: true,
      disposedOn: true,
      createdAt: true,
      photos: {
        select: { id: true, width: true, height: true, takenAt: true },
        orderBy: { position: 'asc' },
      },
      amounts: {
        select: { id: true, item: true, value: true, unit: true, method: true },
        orderBy: { position: 'asc' },
      },
    },
    orderBy: { createdAt: 'desc' },
  },
} as const satisfies Prisma.ActionItemSelect;

export type ActionItemPage = Prisma.ActionItemGetPayload<{ select: typeof pageSelect }> & {
  /** The meeting whose outcome it carries out, as far as the reader may see it. */
  meeting: { number: string } | null;
  translations: (TextTranslation & {
    id: string;
    subjectId: string;
    field: TranslationField;
    version: number;
    engine: string | null;
    verifiedAt: Date | null;
  })[];
  incidents: LinkedIncident[];
  /** Of the present words in all languages, hex: a clearance is for these and no others. */
  wordingHash: string;
};

export type LinkedIncident = Pick<
  Incident,
  'id' | 'number' | 'kind' | 'status' | 'title' | 'language' | 'revision'
> & {
  translations: TitleTranslation[];
};
