import { z } from 'zod';
import {
  AmountMethod,
  AmountUnit,
  Compartment,
  Hazard,
  IncidentKind,
  Language,
  OriginEvidence,
} from '#prisma/generated/enums.ts';

/** What the responsible government can find out by itself. */
export const findingFields = ['kind', 'compartment', 'hazard', 'place', 'place_name'] as const;

/** Everything that a report says; its words belong to the government that wrote them. */
export const reportedFields = [
  'title',
  'text',
  'language',
  ...findingFields,
  'seen_at',
  'shore_length',
  'amounts',
  'clues',
  'photos',
] as const;

/** The keys of `incident:correction.field`. Who is responsible follows the place and is in no form. */
export const correctableFields = [...reportedFields, 'responsible_government'] as const;
export type CorrectableField = (typeof correctableFields)[number];

const correctedAmount = z.object({
  item: z.string(),
  value: z.number(),
  unit: z.enum(AmountUnit),
  method: z.enum(AmountMethod),
});
const correctedClue = z.object({
  evidence: z.enum(OriginEvidence),
  labelLanguage: z.string().nullable(),
  count: z.number().nullable(),
  note: z.string().nullable(),
});
const said = z.object({ text: z.string(), language: z.enum(Language) });

function change<Field extends CorrectableField, Value extends z.ZodType>(field: Field, value: Value) {
  return z.object({ field: z.literal(field), from: value, to: value });
}

/** One field with its old and its new value, as it is stored. */
export const changeSchema = z.discriminatedUnion('field', [
  change('title', said),
  change('text', said),
  change('language', z.enum(Language)),
  change('kind', z.enum(IncidentKind)),
  change('compartment', z.enum(Compartment)),
  change('hazard', z.enum(Hazard)),
  change('place', z.object({ lat: z.number(), lon: z.number() })),
  change('place_name', z.string().nullable()),
  change('seen_at', z.iso.datetime()),
  change('shore_length', z.number().nullable()),
  change('amounts', z.array(correctedAmount)),
  change('clues', z.array(correctedClue)),
  /** Ids, in their order. A photo that was taken out is deleted: only that there was one stays. */
  change('photos', z.array(z.uuid())),
  change('responsible_government', z.string()),
]);
export type Change = z.output<typeof changeSchema>;

export const changesSchema = z.array(changeSchema);

const forEverybody: readonly CorrectableField[] = ['kind', 'compartment', 'hazard', 'responsible_government'];

/**
 * May everybody who sees the incident see this change, guests too? Places, measures and words of earlier days were not
 * read by who made the incident public, and could give a coarse place away.
 */
export function isForEverybody({ field }: Change): boolean {
  return forEverybody.includes(field);
}

type Known = {
  title: string;
  text: string;
  language: Language;
  kind: IncidentKind;
  compartment: Compartment;
  hazard: Hazard;
  lat: number;
  lon: number;
  placeName: string | null;
  seenAt: Date;
  shoreLengthM: number | null;
  amounts: readonly z.output<typeof correctedAmount>[];
  clues: readonly z.output<typeof correctedClue>[];
  photoIds: readonly string[];
};

/** A form shows five digits and whole minutes: what differs by less was not changed by anybody. */
const smallestStep = 0.000_006;
const minute = 60_000;

/** What is different: the fields of `next` that do not say what `now` says; absent ones stay as they are. */
export function changesBetween(
  now: Known,
  next: Partial<Known> & Pick<Known, 'lat' | 'lon' | 'placeName' | 'kind' | 'compartment' | 'hazard'>,
): Change[] {
  const changes: Change[] = [];
  const language = next.language ?? now.language;
  if (next.title !== undefined && next.title !== now.title) {
    changes.push({
      field: 'title',
      from: { text: now.title, language: now.language },
      to: { text: next.title, language },
    });
  }
  if (next.text !== undefined && next.text !== now.text) {
    changes.push({
      field: 'text',
      from: { text: now.text, language: now.language },
      to: { text: next.text, language },
    });
  }
  if (language !== now.language) changes.push({ field: 'language', from: now.language, to: language });
  if (next.kind !== now.kind) changes.push({ field: 'kind', from: now.kind, to: next.kind });
  if (next.compartment !== now.compartment)
    changes.push({ field: 'compartment', from: now.compartment, to: next.compartment });
  if (next.hazard !== now.hazard) changes.push({ field: 'hazard', from: now.hazard, to: next.hazard });
  if (Math.abs(next.lat - now.lat) > smallestStep || Math.abs(next.lon - now.lon) > smallestStep) {
    changes.push({
      field: 'place',
      from: { lat: now.lat, lon: now.lon },
      to: { lat: next.lat, lon: next.lon },
    });
  }
  if (next.placeName !== now.placeName)
    changes.push({ field: 'place_name', from: now.placeName, to: next.placeName });
  if (
    next.seenAt !== undefined &&
    Math.floor(next.seenAt.getTime() / minute) !== Math.floor(now.seenAt.getTime() / minute)
  ) {
    changes.push({ field: 'seen_at', from: now.seenAt.toISOString(), to: next.seenAt.toISOString() });
  }
  if (next.shoreLengthM !== undefined && next.shoreLengthM !== now.shoreLengthM)
    changes.push({ field: 'shore_length', from: now.shoreLengthM, to: next.shoreLengthM });
  if (
    next.amounts !== undefined &&
    JSON.stringify(plain(next.amounts)) !== JSON.stringify(plain(now.amounts))
  )
    changes.push({ field: 'amounts', from: plain(now.amounts), to: plain(next.amounts) });
  if (next.clues !== undefined && JSON.stringify(bare(next.clues)) !== JSON.stringify(bare(now.clues)))
    changes.push({ field: 'clues', from: bare(now.clues), to: bare(next.clues) });
  if (next.photoIds !== undefined && next.photoIds.join() !== now.photoIds.join())
    changes.push({ field: 'photos', from: [...now.photoIds], to: [...next.photoIds] });
  return changes;
}

/** Without ids, and always in the same order of keys. */
function plain(amounts: Known['amounts']) {
  return amounts.map(({ item, value, unit, method }) => ({ item, value, unit, method }));
}

function bare(clues: Known['clues']) {
  return clues.map(({ evidence, labelLanguage, count, note }) => ({ evidence, labelLanguage, count, note }));
}
