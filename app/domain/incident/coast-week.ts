import type { Incident } from '#prisma/generated/client.ts';
import type { IncidentKind } from '#prisma/generated/enums.ts';
import type { TextTranslation } from '../translation/pick-text.ts';

/** A week on the coast of a government, in numbers. */
export type CoastWeek = {
  /** New in the last seven days, today included. */
  count: number;
  lastWeek: number;
  /** Resolved in the last seven days, whenever they were reported. */
  resolved: number;
  /** Midnight UTC of each day by the government's calendar, the oldest first. */
  days: { day: Date; count: number }[];
  /** Where it happened, else where the government is, in WGS 84 degrees; null where its list does not say. */
  middle: { lat: number; lon: number } | null;
  /** The most frequent first. */
  kinds: { kind: IncidentKind; count: number }[];
};

export type IncidentToConfirm = Pick<
  Incident,
  'id' | 'number' | 'kind' | 'title' | 'language' | 'revision' | 'placeName' | 'reportedAt'
> & { translations: TextTranslation[] };
