import { z } from 'zod';
import type { Prisma } from '#prisma/generated/client.ts';
import {
  AmountMethod,
  AmountUnit,
  Compartment,
  Hazard,
  IncidentKind,
  Language,
  type OriginEvidence,
  Visibility,
} from '#prisma/generated/enums.ts';
import { publicities } from '../event.ts';
import { governmentSelect } from '../government/government.ts';
import { parseCoordinates } from './coordinates.ts';
import { mostPhotos } from './photo.ts';
import { isWasteItem } from './waste-items.ts';

/** Messages of these schemas are keys of the locale namespace `form`. */

const words = (most: number) => z.string('required').trim().min(1, 'required').max(most, 'too_long');
const wordsOrNone = (most: number) => z.string().trim().max(most, 'too_long').default('');

const photoIds = z.array(z.uuid()).max(mostPhotos, 'too_many').default([]);

/** A row without a value was not filled in. */
const amounts = z
  .array(
    z.object({
      item: z.string('choose_one').refine(isWasteItem, 'choose_one').optional(),
      value: z.number('not_a_number').positive('number_too_small').max(1e9, 'number_too_big').optional(),
      unit: z.enum(AmountUnit).optional(),
      method: z.enum(AmountMethod).optional(),
    }),
  )
  .max(40, 'too_many')
  .default([])
  .transform((rows) =>
    rows.flatMap(({ item, value, unit, method }) =>
      value === undefined
        ? []
        : [{ item: item ?? 'unsorted', value, unit: unit ?? 'items', method: method ?? 'estimated' }],
    ),
  );

/** Languages of a label that are told apart; the keys of `incident:label_language`. */
export const labelLanguages = ['ko', 'zh', 'ja', 'en', 'other'] as const;

/** What a person can record; `survey_record` is for imports. */
export const reportedEvidence = [
  'label',
  'barcode',
  'maker',
  'gear',
  'none',
] as const satisfies readonly OriginEvidence[];

/** A row without a kind of evidence was not filled in; only a label has a language. */
const clues = z
  .array(
    z.object({
      evidence: z.enum(reportedEvidence, 'choose_one').optional(),
      labelLanguage: z.enum(labelLanguages, 'choose_one').optional(),
      count: z
        .number('not_a_number')
        .int('not_a_number')
        .min(1, 'number_too_small')
        .max(1e6, 'number_too_big')
        .optional(),
      note: z.string().trim().max(300, 'too_long').optional(),
    }),
  )
  .max(20, 'too_many')
  .default([])
  .transform((rows) =>
    rows.flatMap(({ evidence, labelLanguage, count, note }) =>
      evidence === undefined
        ? []
        : [
            {
              evidence,
              labelLanguage: evidence === 'label' ? (labelLanguage ?? null) : null,
              count: count ?? null,
              note: note ?? null,
            },
          ],
    ),
  );

/** A text that is taken as coordinates, in any notation of `parseCoordinates`. */
const coordinates = z
  .string('required')
  .trim()
  .min(1, 'required')
  .max(120, 'too_long')
  .transform((text, context) => {
    const parsed = parseCoordinates(text);
    if (parsed.ok) return parsed.position;
    context.addIssue({ code: 'custom', message: parsed.fault, input: text });
    return z.NEVER;
  });

/** Neither has summer time. */
const zoneOffsets = { 'Asia/Seoul': '+09:00', 'Asia/Shanghai': '+08:00' } as const;
export type WallZone = keyof typeof zoneOffsets;

/** The moment that a wall clock of this zone shows, as `<input type="datetime-local">` sends it; null if it is none. */
export function momentOf(wall: string, zone: WallZone): Date | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?$/.test(wall)) return null;
  const moment = new Date(`${wall}${zoneOffsets[zone]}`);
  return Number.isNaN(moment.getTime()) ? null : moment;
}

/** What the wall clock of a zone shows at a moment, to the minute, for `<input type="datetime-local">`. */
export function wallOf(moment: Date, zone: WallZone): string {
  const hours = Number(zoneOffsets[zone].slice(1, 3));
  return new Date(moment.getTime() + hours * 3_600_000).toISOString().slice(0, 16);
}

const minute = 60_000;

/** When something was seen; what is no moment or lies ahead is a fault of the field. */
function seenMoment(wall: string, zone: WallZone, context: z.RefinementCtx): Date {
  const seenAt = momentOf(wall, zone);
  const isFuture = seenAt !== null && seenAt.getTime() > Date.now() + 5 * minute;
  if (seenAt === null || isFuture) {
    context.addIssue({
      code: 'custom',
      path: ['seenAt'],
      message: isFuture ? 'in_the_future' : 'not_a_date',
      input: wall,
    });
  }
  return seenAt ?? new Date();
}

/** Longest text of a report, and of an observation. */
const longest = { report: 6000, observation: 4000 } as const;

const incidentNumber = z
  .string('required')
  .trim()
  .regex(/^\d{4}-\d{4,}$/, 'not_valid');

/**
 * A report. `seenAt` is a wall clock in `zone`; the place comes as `coordinates`. Without a responsible government the
 * nearest is taken. `sameAs` is the number of the incident that it is another sighting of, `none` when its author saw
 * those near by and it is none of them, and absent when nobody asked yet.
 */
export const reportInput = z
  .object({
    clientKey: z.uuid(),
    title: words(140),
    text: wordsOrNone(longest.report),
    language: z.enum(Language),
    kind: z.enum(IncidentKind, 'choose_one'),
    compartment: z.enum(Compartment, 'choose_one'),
    hazard: z.enum(Hazard, 'choose_one').default('none'),
    seenAt: z.string('required').min(1, 'required'),
    zone: z.enum(['Asia/Seoul', 'Asia/Shanghai']).default('Asia/Seoul'),
    coordinates,
    accuracyM: z.number('not_a_number').min(0, 'number_too_small').max(100_000, 'number_too_big').optional(),
    placeName: z.string().trim().max(140, 'too_long').optional(),
    shoreLengthM: z.number('not_a_number').positive('number_too_small').max(1e6, 'number_too_big').optional(),
    amounts,
    clues,
    photoIds,
    responsibleGovernmentId: z.string().optional(),
    visibility: z.enum(Visibility).default('network'),
    audience: z.array(z.string()).max(80, 'too_many').default([]),
    sameAs: z.union([incidentNumber, z.literal('none')], 'not_valid').optional(),
  })
  .transform(({ seenAt: wall, zone, coordinates: { lat, lon }, ...rest }, context) => {
    const seenAt = seenMoment(wall, zone, context);
    const isAgain = rest.sameAs !== undefined && rest.sameAs !== 'none';
    if (!isAgain && rest.visibility === 'bilateral' && rest.audience.length === 0) {
      context.addIssue({ code: 'custom', path: ['audience'], message: 'too_few', input: rest.audience });
    }
    if (isAgain && rest.text.length > longest.observation) {
      context.addIssue({ code: 'custom', path: ['text'], message: 'too_long', input: rest.text });
    }
    return { ...rest, lat, lon, seenAt };
  });
export type ReportInput = z.output<typeof reportInput>;

/** The same incident, seen again: read like a report. */
export const observationInput = z
  .object({
    clientKey: z.uuid(),
    seenAt: z.string('required').min(1, 'required'),
    zone: z.enum(['Asia/Seoul', 'Asia/Shanghai']).default('Asia/Seoul'),
    coordinates,
    text: wordsOrNone(longest.observation),
    language: z.enum(Language),
    amounts,
    photoIds,
  })
  .transform(({ seenAt: wall, zone, coordinates: { lat, lon }, ...rest }, context) => ({
    ...rest,
    lat,
    lon,
    seenAt: seenMoment(wall, zone, context),
  }));
export type ObservationInput = z.output<typeof observationInput>;

/** What must be known of a report to find those that it may repeat; it stands in the query of a URL. */
export const sameInput = z
  .object({
    kind: z.enum(IncidentKind),
    seenAt: z.string().min(1),
    zone: z.enum(['Asia/Seoul', 'Asia/Shanghai']).default('Asia/Seoul'),
    coordinates,
  })
  .transform(({ seenAt: wall, zone, kind, coordinates: place }, context) => ({
    kind,
    ...place,
    seenAt: seenMoment(wall, zone, context),
  }));

/** What a report says as another sighting of an incident that is there already. */
export function asObservation(report: ReportInput): ObservationInput {
  const { clientKey, seenAt, lat, lon, text, language, amounts: seen, photoIds: photos } = report;
  return { clientKey, seenAt, lat, lon, text, language, amounts: seen, photoIds: photos };
}

/** What any government that may correct can put right; the place comes as `coordinates`. */
const findings = {
  /** Version of the incident that stood in the form. */
  version: z.coerce.number().int().min(1),
  kind: z.enum(IncidentKind, 'choose_one'),
  compartment: z.enum(Compartment, 'choose_one'),
  hazard: z.enum(Hazard, 'choose_one'),
  coordinates,
  placeName: z.string().trim().max(140, 'too_long').default(''),
};

/** A correction by the responsible government of what another one reported: no words of theirs. */
export const findingsInput = z.object(findings);

/** A correction by the government that reported: everything. */
export const correctionInput = z
  .object({
    ...findings,
    title: words(140),
    text: wordsOrNone(longest.report),
    language: z.enum(Language),
    seenAt: z.string('required').min(1, 'required'),
    zone: z.enum(['Asia/Seoul', 'Asia/Shanghai']).default('Asia/Seoul'),
    shoreLengthM: z.number('not_a_number').positive('number_too_small').max(1e6, 'number_too_big').optional(),
    amounts,
    clues,
    photoIds,
    /** The form shows the photos: those that it does not name are taken out. */
    withPhotos: z.literal('yes').optional(),
  })
  .transform(({ seenAt: wall, zone, withPhotos, photoIds: photos, ...rest }, context) => ({
    ...rest,
    ...(withPhotos && { photoIds: photos }),
    seenAt: seenMoment(wall, zone, context),
  }));
type Findings = z.output<typeof findingsInput>;
export type CorrectionInput = Findings & Partial<Omit<z.output<typeof correctionInput>, keyof Findings>>;

/** Starting a response; a word about it is welcome. */
export const respondInput = z.object({ text: wordsOrNone(2000), language: z.enum(Language) });
export type RespondInput = z.output<typeof respondInput>;

/** Evidence that it is done: an after photo or the amount collected, and words. */
export const resolveInput = z.object({
  text: wordsOrNone(4000),
  language: z.enum(Language),
  photoIds,
  amounts,
});
export type ResolveInput = z.output<typeof resolveInput>;

const reason = { text: words(2000), language: z.enum(Language) };

/** Closing without action, and reopening. */
export const reasonInput = z.object(reason);
export type ReasonInput = z.output<typeof reasonInput>;

export const duplicateInput = z.object({ ofNumber: incidentNumber, ...reason });
export type DuplicateInput = z.output<typeof duplicateInput>;

export const publicityInput = z.object({ publicity: z.enum(publicities, 'choose_one'), ...reason });
export type PublicityInput = z.output<typeof publicityInput>;

export const handOverInput = z.object({
  toGovernmentId: z.string('choose_one').min(1, 'choose_one'),
  ...reason,
});
export type HandOverInput = z.output<typeof handOverInput>;

/** A row of the list. */
export const listSelect = {
  id: true,
  number: true,
  threadId: true,
  kind: true,
  compartment: true,
  hazard: true,
  status: true,
  title: true,
  language: true,
  revision: true,
  lat: true,
  lon: true,
  coarseForPublic: true,
  placeName: true,
  seenAt: true,
  reportedAt: true,
  updatedAt: true,
  responsibleGovernment: { select: governmentSelect },
} as const satisfies Prisma.IncidentSelect;

/** A mark of the map. */
export const pointSelect = {
  id: true,
  number: true,
  kind: true,
  status: true,
  hazard: true,
  lat: true,
  lon: true,
  coarseForPublic: true,
  title: true,
  language: true,
  revision: true,
} as const satisfies Prisma.IncidentSelect;

const amountSelect = {
  id: true,
  item: true,
  value: true,
  unit: true,
  method: true,
} as const satisfies Prisma.AmountSelect;
const photoSelect = { id: true, width: true, height: true } as const satisfies Prisma.PhotoSelect;

/** Everything of an incident that every reader of it may see. */
export const pageSelect = {
  ...listSelect,
  text: true,
  version: true,
  accuracyM: true,
  shoreLengthM: true,
  externalSource: true,
  responsibleGovernmentId: true,
  reporterGovernmentId: true,
  reporterGovernment: { select: governmentSelect },
  amounts: { select: amountSelect, orderBy: { position: 'asc' } },
  clues: {
    select: { id: true, evidence: true, labelLanguage: true, count: true, note: true },
    orderBy: { position: 'asc' },
  },
  photos: { select: photoSelect, orderBy: { position: 'asc' } },
  observations: {
    where: { withdrawnAt: null },
    select: {
      id: true,
      seenAt: true,
      lat: true,
      lon: true,
      note: true,
      language: true,
      government: { select: governmentSelect },
      amounts: { select: amountSelect, orderBy: { position: 'asc' } },
      photos: { select: photoSelect, orderBy: { position: 'asc' } },
    },
    orderBy: [{ seenAt: 'asc' }, { createdAt: 'asc' }],
  },
  evidence: {
    select: {
      id: true,
      text: true,
      language: true,
      createdAt: true,
      amounts: { select: amountSelect, orderBy: { position: 'asc' } },
      photos: { select: photoSelect, orderBy: { position: 'asc' } },
    },
    orderBy: { createdAt: 'asc' },
  },
} as const satisfies Prisma.IncidentSelect;

/** What the clues of an incident say together: sample size first, then the unmarked, then the rest as counted. */
export function sumClues<Clue extends { evidence: OriginEvidence; count: number | null }>(
  clues: readonly Clue[],
) {
  const counted = clues.flatMap((clue) => (clue.count === null ? [] : [{ ...clue, count: clue.count }]));
  const unmarked = counted.filter(({ evidence }) => evidence === 'none');
  const marked = counted.filter(({ evidence }) => evidence !== 'none').sort((a, b) => b.count - a.count);
  return {
    sample: counted.reduce((sum, { count }) => sum + count, 0),
    counted: [...unmarked, ...marked],
    uncounted: clues.filter(({ count }) => count === null),
  };
}
