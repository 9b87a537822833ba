import type {
  AmountUnit,
  CommitmentRole,
  Compartment,
  Grade,
  Hazard,
  IncidentKind,
  Language,
  Reaction,
  TopicCategory,
  Visibility,
} from '#prisma/generated/enums.ts';
import type { Change } from '#app/domain/incident/correction.ts';
import type { WasteItem } from '#app/domain/incident/waste-items.ts';
import type { PlaceKey } from './places.ts';
import type { Photo } from './pictures/scene.ts';
import type { DemoSeatKey } from './seats.ts';

/**
 * A text. The first language is the one it was written in; the others are human translations.
 * `{+3}` stands for the date three days after the story began, and in posts `{incident:key}` and `{item:key}` for numbers.
 */
export type Words = { [language in Language]?: string };

/**
 * A moment of a story: days after its first day and the Korean wall clock, e.g. "+1 09:30". In a story that began
 * some hours ago it is the time that passed since, e.g. "+0 00:35".
 */
export type Moment = `+${number} ${number}:${number}`;

/** When a story began. A season is a month and a day ("07-03"); `year` 1 is the one before the latest. */
export type When =
  { daysAgo: number; clock: string } | { hoursAgo: number } | { season: string; clock: string; year: 0 | 1 };

export type DemoAmount = {
  item: WasteItem;
  value: number;
  unit: AmountUnit;
  method: 'measured' | 'estimated';
};

export type DemoClue = {
  evidence: 'label' | 'barcode' | 'maker' | 'gear' | 'none';
  labelLanguage?: 'ko' | 'zh' | 'ja' | 'en' | 'other';
  count?: number;
  note?: string;
};

/** A sheet that hangs on a post. */
export type DemoFile = {
  name: `${string}.xlsx` | `${string}.csv`;
  rows: readonly (readonly (string | number)[])[];
};

export type DemoEvidence = { text: Words; amounts: DemoAmount[]; photos: Photo[] };

/** Something that happens in a thread after it has begun. */
export type Entry = { at: Moment; by: DemoSeatKey } & (
  | { does: 'say'; words: Words; files?: DemoFile[]; photos?: Photo[] }
  | { does: 'confirm' | 'accept' | 'start' | 'confirm_completion' }
  | { does: 'respond'; note: Words | null }
  | { does: 'resolve' | 'claim'; evidence: DemoEvidence }
  /** At another place when it was found there: a mass that drifts. */
  | { does: 'observe'; seen: DemoEvidence & { place?: DemoIncident['place'] } }
  /** The report says the new values; the old ones are only here. */
  | { does: 'correct'; changes: Change[] }
  | { does: 'mark_duplicate'; of: string; reason: Words }
  | { does: 'hand_over'; to: string; reason: Words }
  | { does: 'close' | 'reopen' | 'decline' | 'dispute' | 'drop'; reason: Words }
);

export type DemoIncident = {
  key: string;
  kind: IncidentKind;
  place: PlaceKey;
  /** Shoreline unless said otherwise. */
  compartment?: Compartment;
  hazard?: Hazard;
  by: DemoSeatKey;
  /** The government of the place unless said otherwise. */
  responsible?: string;
  when: When;
  title: Words;
  text: Words;
  placeName?: string;
  accuracyM?: number;
  shoreLengthM?: number;
  amounts?: DemoAmount[];
  clues?: DemoClue[];
  photos?: Photo[];
  /** All members unless said otherwise; a list of governments makes it bilateral. */
  visible?: Visibility | readonly string[];
  then?: Entry[];
};

/** What happens in a topic: talk, and what governments decide there. `post` is the moment of the post it is about. */
export type TopicEntry =
  | Extract<Entry, { does: 'say' }>
  | ({ at: Moment; by: DemoSeatKey } & (
      | { does: 'propose'; words: Words; governments: readonly string[]; answersDays: number }
      | { does: 'answer'; post: Moment; choice: 0 | 1 | 2; reason: Words | null }
      | { does: 'acknowledge' | 'ask_to_acknowledge'; post: Moment }
      | { does: 'react'; post: Moment; reaction: Reaction }
    ));

export type DemoTopic = {
  key: string;
  by: DemoSeatKey;
  when: When;
  category: TopicCategory;
  title: Words;
  visible?: Visibility | readonly string[];
  /** The means that it offers or asks for. */
  offer?: DemoOffer;
  then: TopicEntry[];
};

export type DemoOffer = {
  direction: 'offer' | 'request';
  means: 'vessel' | 'barge' | 'excavator' | 'disposal_slot' | 'people';
  count?: number;
  place: string;
  /** Days after today. */
  fromInDays: number;
  untilInDays: number;
};

/** One step of the way of a promise through its authorities. */
export type DemoClearance = {
  authority: { ko: string; zh: string; en: string };
  by: DemoSeatKey;
  asked?: Moment;
  /** Days after today on which the answer is expected. */
  expectedInDays?: number;
  granted?: Moment;
  documentNumber?: string;
  note?: string;
};

/** What one party promises itself. */
export type DemoPart = { text: Words; clearances?: readonly DemoClearance[] };

export type DemoActionItem = {
  key: string;
  by: DemoSeatKey;
  when: When;
  title: Words;
  text: Words;
  grade: Grade;
  due: { inDays: number } | { afterDays: number };
  parties: readonly (readonly [governmentId: string, role: CommitmentRole])[];
  /** Keys of the incidents that it answers to. */
  incidents: string[];
  /** By government, beside the common wording. */
  parts?: Readonly<Record<string, DemoPart>>;
  /** All members unless said otherwise. */
  visible?: 'public';
  then: Entry[];
};

export const ago = (daysAgo: number, clock: string): When => ({ daysAgo, clock });
export const hours = (hoursAgo: number): When => ({ hoursAgo });
export const on = (season: string, clock: string): When => ({ season, clock, year: 0 });
export const yearBefore = (season: string, clock: string): When => ({ season, clock, year: 1 });

export const about = (item: WasteItem, value: number, unit: AmountUnit): DemoAmount => ({
  item,
  value,
  unit,
  method: 'estimated',
});
export const counted = (item: WasteItem, value: number, unit: AmountUnit): DemoAmount => ({
  item,
  value,
  unit,
  method: 'measured',
});

export const unmarked = (count: number): DemoClue => ({ evidence: 'none', count });
export const label = (
  labelLanguage: 'ko' | 'zh' | 'ja' | 'en' | 'other',
  count: number,
  note?: string,
): DemoClue => ({
  evidence: 'label',
  labelLanguage,
  count,
  ...(note ? { note } : {}),
});
/** Barcodes are read on pieces that were counted by their label already: no count of its own. */
export const barcode = (note: string): DemoClue => ({ evidence: 'barcode', note });
export const maker = (count: number, note: string): DemoClue => ({ evidence: 'maker', count, note });
export const gear = (count: number, note: string): DemoClue => ({ evidence: 'gear', count, note });

type By = DemoSeatKey;

type Hanging = Pick<Extract<Entry, { does: 'say' }>, 'files' | 'photos'>;

export const said = (
  at: Moment,
  by: By,
  words: Words,
  hanging: Hanging = {},
): Extract<Entry, { does: 'say' }> => ({ does: 'say', at, by, words, ...hanging });
export const confirmed = (at: Moment, by: By): Entry => ({ at, by, does: 'confirm' });
export const responded = (at: Moment, by: By, note: Words | null = null): Entry => ({
  at,
  by,
  does: 'respond',
  note,
});
export const resolved = (
  at: Moment,
  by: By,
  text: Words,
  amounts: DemoAmount[],
  photos: Photo[] = [],
): Entry => ({
  at,
  by,
  does: 'resolve',
  evidence: { text, amounts, photos },
});
export const observed = (
  at: Moment,
  by: By,
  text: Words,
  amounts: DemoAmount[],
  photos: Photo[] = [],
): Entry => ({ at, by, does: 'observe', seen: { text, amounts, photos } });
/** The same mass, seen again where it has drifted to. */
export const seenAgain = (
  at: Moment,
  by: By,
  place: DemoIncident['place'],
  text: Words,
  amounts: DemoAmount[],
): Entry => ({ at, by, does: 'observe', seen: { text, amounts, photos: [], place } });
export const corrected = (at: Moment, by: By, ...changes: Change[]): Entry => ({
  at,
  by,
  does: 'correct',
  changes,
});
export const duplicate = (at: Moment, by: By, of: string, reason: Words): Entry => ({
  at,
  by,
  does: 'mark_duplicate',
  of,
  reason,
});
export const handedOver = (at: Moment, by: By, to: string, reason: Words): Entry => ({
  at,
  by,
  does: 'hand_over',
  to,
  reason,
});
export const closed = (at: Moment, by: By, reason: Words): Entry => ({ at, by, does: 'close', reason });
export const reopened = (at: Moment, by: By, reason: Words): Entry => ({ at, by, does: 'reopen', reason });

export const accepted = (at: Moment, by: By): Entry => ({ at, by, does: 'accept' });
export const declined = (at: Moment, by: By, reason: Words): Entry => ({ at, by, does: 'decline', reason });
export const started = (at: Moment, by: By): Entry => ({ at, by, does: 'start' });
export const claimed = (
  at: Moment,
  by: By,
  text: Words,
  amounts: DemoAmount[] = [],
  photos: Photo[] = [],
): Entry => ({
  at,
  by,
  does: 'claim',
  evidence: { text, amounts, photos },
});
export const completionConfirmed = (at: Moment, by: By): Entry => ({ at, by, does: 'confirm_completion' });
export const disputed = (at: Moment, by: By, reason: Words): Entry => ({ at, by, does: 'dispute', reason });
export const dropped = (at: Moment, by: By, reason: Words): Entry => ({ at, by, does: 'drop', reason });
