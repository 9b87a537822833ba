import { z } from 'zod';
import type { Prisma } from '#prisma/generated/client.ts';
import { ClearanceState, Country, Grade, Level } from '#prisma/generated/enums.ts';
import type { Reader } from '../actor.ts';

/** An all-day date, as `<input type="date">` sends it; an empty field is none. */
export const day = z.iso.date('not_a_date').transform((value) => new Date(`${value}T00:00:00Z`));

type Step = { readonly state: ClearanceState };

/** Is this step behind the commitment: granted, or found not to be needed? */
export function isPassed({ state }: Step): boolean {
  return state === 'granted' || state === 'not_needed';
}

/** Every step is passed. A commitment without a ladder needs no clearance. */
export function isCleared(steps: readonly Step[]): boolean {
  return steps.every(isPassed);
}

/** The step that the commitment stands on; null when it is cleared. */
export function currentStep<Found extends Step>(steps: readonly Found[]): Found | null {
  return steps.find((step) => !isPassed(step)) ?? null;
}

/**
 * May the record of this step be written now? The one that the commitment stands on, and the one before it, where
 * something was put down wrongly: steps are passed in their order.
 */
export function isInTurn(steps: readonly Step[], position: number): boolean {
  const at = steps.findIndex((step) => !isPassed(step));
  const now = at < 0 ? steps.length : at;
  return position === now || position === now - 1;
}

const words = z.string().trim().max(200).optional();

/** What an authority said about one step, as the own government puts it down. */
export const recordClearanceSchema = z
  .object({
    /** Of the wording that was open while it was put down. */
    wordingHash: z.string(),
    state: z.enum(ClearanceState),
    documentNumber: words,
    askedOn: day.optional(),
    expectedOn: day.optional(),
    answeredOn: day.optional(),
    note: z.string().trim().max(1000).optional(),
  })
  .superRefine(({ state, note, askedOn, answeredOn, expectedOn }, context) => {
    const fault = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    // Who skips a step, or is sent back, says why: a successor has to know.
    if ((state === 'returned' || state === 'not_needed') && !note) fault('note', 'required');
    if (askedOn && answeredOn && answeredOn < askedOn) fault('answeredOn', 'end_before_start');
    if (askedOn && expectedOn && expectedOn < askedOn) fault('expectedOn', 'end_before_start');
  });
export type RecordClearanceInput = z.output<typeof recordClearanceSchema>;

/** The steps of the present round, in order. */
export const presentSteps = {
  where: { endedAt: null },
  orderBy: { position: 'asc' },
} as const satisfies Prisma.Commitment$stepsArgs;

/** Everything about a step; `shownSteps` decides who gets what of it. */
export const clearanceSelect = {
  id: true,
  position: true,
  authorityKo: true,
  authorityZh: true,
  authorityEn: true,
  state: true,
  documentNumber: true,
  note: true,
  askedOn: true,
  expectedOn: true,
  answeredOn: true,
} as const satisfies Prisma.ClearanceStepSelect;

export type ShownStep = Prisma.ClearanceStepGetPayload<{ select: typeof clearanceSelect }>;

/**
 * What a reader gets of a ladder: who acts for the own government everything, other members the steps and their dates,
 * the public nothing until it is cleared. Document numbers, notes and reasons stay in the house.
 */
export function shownSteps(reader: Reader, governmentId: string, steps: readonly ShownStep[]): ShownStep[] {
  if (!reader && !isCleared(steps)) return [];
  const own = reader?.governmentId === governmentId && (reader.role === 'officer' || reader.role === 'head');
  return own ? [...steps] : steps.map((step) => ({ ...step, documentNumber: null, note: null }));
}

/** The name of an authority in the reader's language. */
export function authorityName(
  step: Pick<ShownStep, 'authorityKo' | 'authorityZh' | 'authorityEn'>,
  language: 'ko' | 'zh' | 'en',
): string {
  return { ko: step.authorityKo, zh: step.authorityZh, en: step.authorityEn }[language];
}

/** The column that says that governments of a level go through a step. */
export const levelFlags = {
  province: 'forProvince',
  city: 'forCity',
  county: 'forCounty',
} as const satisfies Record<Level, string>;

const name = z.string().trim().max(120).default('');

/** The ladder that new commitments of a country and a grade start with. A row without a name is no step. */
export const ladderSchema = z.object({
  country: z.enum(Country),
  grade: z.enum(Grade),
  steps: z
    .array(
      z.object({
        authorityKo: name,
        authorityZh: name,
        authorityEn: name,
        levels: z.array(z.enum(Level)).default([]),
      }),
    )
    .max(12)
    .default([])
    .transform((rows) =>
      rows.filter(({ authorityKo, authorityZh, authorityEn }) => authorityKo || authorityZh || authorityEn),
    )
    .refine(
      (rows) => rows.every((row) => row.authorityKo && row.authorityZh && row.authorityEn),
      'three_languages',
    )
    .refine((rows) => rows.every(({ levels }) => levels.length > 0), 'level_needed'),
});
export type LadderInput = z.output<typeof ladderSchema>;
