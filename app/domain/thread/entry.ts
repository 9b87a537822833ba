import { z } from 'zod';
import type { Language, Reaction, TranslationKind, TranslationSubject } from '#prisma/generated/enums.ts';
import { eventPayloads, type EventType } from '../event.ts';
import type { Change } from '../incident/correction.ts';
import type { Photo, PostFile } from './attachment.ts';

/** One event as it is stored: its type decides about its payload. Every key of `eventPayloads` stands here once. */
export const eventSchema = z.discriminatedUnion('type', [
  of('incident_reported', eventPayloads.incident_reported),
  of('incident_confirmed', eventPayloads.incident_confirmed),
  of('response_started', eventPayloads.response_started),
  of('incident_resolved', eventPayloads.incident_resolved),
  of('incident_marked_duplicate', eventPayloads.incident_marked_duplicate),
  of('duplicate_joined', eventPayloads.duplicate_joined),
  of('duplicate_parted', eventPayloads.duplicate_parted),
  of('incident_handed_over', eventPayloads.incident_handed_over),
  of('incident_closed_without_action', eventPayloads.incident_closed_without_action),
  of('incident_reopened', eventPayloads.incident_reopened),
  of('incident_withdrawn', eventPayloads.incident_withdrawn),
  of('publicity_decided', eventPayloads.publicity_decided),
  of('observation_added', eventPayloads.observation_added),
  of('incident_corrected', eventPayloads.incident_corrected),
  of('action_item_linked', eventPayloads.action_item_linked),
  of('post_written', eventPayloads.post_written),
  of('translation_added', eventPayloads.translation_added),
  of('translation_verified', eventPayloads.translation_verified),
  of('post_acknowledged', eventPayloads.post_acknowledged),
  of('acknowledgement_requested', eventPayloads.acknowledgement_requested),
  of('reaction_changed', eventPayloads.reaction_changed),
  of('post_edited', eventPayloads.post_edited),
  of('post_deleted', eventPayloads.post_deleted),
  of('decision_proposed', eventPayloads.decision_proposed),
  of('decision_answered', eventPayloads.decision_answered),
  of('decision_closed', eventPayloads.decision_closed),
  of('outcome_stated', eventPayloads.outcome_stated),
  of('decision_carried_out', eventPayloads.decision_carried_out),
  of('topic_opened', eventPayloads.topic_opened),
  of('topic_closed', eventPayloads.topic_closed),
  of('topic_reopened', eventPayloads.topic_reopened),
  of('topic_moved', eventPayloads.topic_moved),
  of('topic_pinned', eventPayloads.topic_pinned),
  of('post_moved', eventPayloads.post_moved),
  of('topic_split', eventPayloads.topic_split),
  of('topic_split_off', eventPayloads.topic_split_off),
  of('topic_merged', eventPayloads.topic_merged),
  of('topic_merged_in', eventPayloads.topic_merged_in),
  of('readers_narrowed', eventPayloads.readers_narrowed),
  of('offer_made', eventPayloads.offer_made),
  of('offer_withdrawn', eventPayloads.offer_withdrawn),
  of('offer_taken', eventPayloads.offer_taken),
  of('action_item_proposed', eventPayloads.action_item_proposed),
  of('commitment_accepted', eventPayloads.commitment_accepted),
  of('commitment_declined', eventPayloads.commitment_declined),
  of('action_item_agreed', eventPayloads.action_item_agreed),
  of('action_item_started', eventPayloads.action_item_started),
  of('completion_claimed', eventPayloads.completion_claimed),
  of('completion_confirmed', eventPayloads.completion_confirmed),
  of('completion_disputed', eventPayloads.completion_disputed),
  of('action_item_dropped', eventPayloads.action_item_dropped),
  of('wording_changed', eventPayloads.wording_changed),
  of('commitment_written', eventPayloads.commitment_written),
  of('commitment_withdrawn', eventPayloads.commitment_withdrawn),
  of('commitment_fulfilled', eventPayloads.commitment_fulfilled),
  of('commitment_not_fulfilled', eventPayloads.commitment_not_fulfilled),
  of('clearance_asked', eventPayloads.clearance_asked),
  of('clearance_granted', eventPayloads.clearance_granted),
  of('clearance_returned', eventPayloads.clearance_returned),
  of('clearance_waived', eventPayloads.clearance_waived),
  of('clearance_completed', eventPayloads.clearance_completed),
  of('wording_marked', eventPayloads.wording_marked),
  of('wording_marks_ended', eventPayloads.wording_marks_ended),
  of('clearance_reopened', eventPayloads.clearance_reopened),
  of('milestone_added', eventPayloads.milestone_added),
  of('milestone_reached', eventPayloads.milestone_reached),
  of('milestone_reopened', eventPayloads.milestone_reopened),
  of('meeting_called', eventPayloads.meeting_called),
  of('meeting_changed', eventPayloads.meeting_changed),
  of('agenda_changed', eventPayloads.agenda_changed),
  of('minutes_written', eventPayloads.minutes_written),
  of('outcome_recorded', eventPayloads.outcome_recorded),
  of('outcome_changed', eventPayloads.outcome_changed),
  of('outcome_withdrawn', eventPayloads.outcome_withdrawn),
  of('outcome_carried_out', eventPayloads.outcome_carried_out),
  of('meeting_signed', eventPayloads.meeting_signed),
  of('meeting_frozen', eventPayloads.meeting_frozen),
  of('handover_accepted', eventPayloads.handover_accepted),
  of('handover_returned', eventPayloads.handover_returned),
  of('due_reminded', eventPayloads.due_reminded),
  of('reminder_snoozed', eventPayloads.reminder_snoozed),
  of('seat_stood_empty', eventPayloads.seat_stood_empty),
  of('work_passed_on', eventPayloads.work_passed_on),
]);

function of<Type extends EventType, Payload extends z.ZodType>(type: Type, payload: Payload) {
  return z.object({ type: z.literal(type), payload });
}

type StoredEvent = z.output<typeof eventSchema>;

/** A text beside its source, in another language. */
export type EntryTranslation = {
  language: Language;
  kind: TranslationKind;
  /** Revision of the source that it renders. */
  revision: number;
  /** Markdown as written. */
  body: string;
  /** Safe HTML. */
  html: string;
  /** Goes up with every save. */
  version: number;
  /** Who translated; null for an engine. */
  by: (Person & { seat: { titleKo: string; titleZh: string; titleEn: string } }) | null;
  /** The engine that made it; null for a person. */
  engine: string | null;
  /** ISO 8601; null while nobody has verified it. */
  verifiedAt: string | null;
  verifiedBy: Person | null;
};

type Person = { name: string; nameLatin: string; governmentId: string };

export type EntryPost = {
  id: string;
  clientKey: string;
  language: Language;
  revision: number;
  /** Markdown as written. */
  body: string;
  /** Safe HTML, rendered on the server. */
  html: string;
  /** What `keepShown` leaves of them, in the order of `sortTranslations`. */
  translations: EntryTranslation[];
  /** Number of the post that it answers. */
  replyTo: number | null;
  asksToBeAcknowledged: boolean;
  /** One per seat, the newest, in the order of their numbers. */
  acknowledgements: EntryAcknowledgement[];
  /** In the order of their numbers. */
  reactions: EntryReaction[];
  decision: EntryDecision | null;
  /** In the author's order. */
  photos: Photo[];
  files: PostFile[];
  /** A tombstone: the words are gone. */
  deleted: boolean;
  /** Where they went, when the topic was split or merged. */
  moved: { threadId: string; seq: number } | null;
};

/** A seat has read a revision of a post, and says so. */
type EntryAcknowledgement = {
  seatId: string;
  governmentId: string;
  name: string;
  nameLatin: string;
  revision: number;
  /** ISO 8601. */
  at: string;
};

type EntryReaction = { seatId: string; governmentId: string; reaction: Reaction };

/** Words that a person gave, in the language they were written in. */
type EntryWords = { text: string; language: Language };

/** What is put to the governments by a post. */
export type EntryDecision = {
  /** Own options in their order; empty: agree, abstain, disagree. */
  options: string[];
  /** The language that they were put in. */
  optionsLanguage: Language;
  /** Of all options together, a line each, as those of a post. */
  optionTranslations: EntryTranslation[];
  /** Who is asked. */
  governmentIds: string[];
  /** ISO 8601. */
  deadline: string;
  /** The seat that proposed it. */
  seatId: string;
  /** One per government, in the order of their numbers. */
  answers: EntryAnswer[];
  /** ISO 8601; null while it is open. */
  closedAt: string | null;
  outcome: EntryWords | null;
  /** Of the outcome, as those of a post. */
  outcomeTranslations: EntryTranslation[];
  actionItemNumber: string | null;
};

export type EntryAnswer = {
  governmentId: string;
  choice: number;
  reason: EntryWords | null;
  /** ISO 8601. */
  at: string;
};

/** Who did it, as far as every reader of the thread may know. Null where the system acted. */
export type EntryActor = {
  accountId: string | null;
  seatId: string | null;
  governmentId: string;
  name: string | null;
  nameLatin: string | null;
  seat: { titleKo: string; titleZh: string; titleEn: string } | null;
} | null;

type Numbered = {
  seq: number;
  /** ISO 8601. */
  at: string;
  actor: EntryActor;
  /** Kept for the reader's own government. */
  restricted: boolean;
};

type Telling<Event extends StoredEvent> = Event extends { type: 'post_written' }
  ? { post: EntryPost }
  : Event extends { type: 'translation_added' | 'translation_verified' }
    ? /** The translation itself when it belongs to a post of this thread, so that readers can put it there. */
      { translation: { postId: string; value: EntryTranslation } | null }
    : Event extends { type: 'incident_corrected' }
      ? /** Old and new values, as far as the reader may see them. */ { changes: Change[] }
      : Event extends { type: 'post_edited' }
        ? /** That revision's words and what hangs on it; null once the post is deleted. */ {
            edit: { body: string; html: string; photos: Photo[]; files: PostFile[] } | null;
          }
        : unknown;

type VisibleOf<Event extends StoredEvent> = Event extends StoredEvent
  ? Numbered & Event & Telling<Event>
  : never;

/** An entry that the reader may not see keeps its number and says nothing else. */
export type HiddenEntry = { seq: number; type: 'hidden' };
export type VisibleEntry = VisibleOf<StoredEvent>;
export type PostEntry = Extract<VisibleEntry, { type: 'post_written' }>;

/** One line of a thread as readers get it, by HTTP and by socket alike. */
export type ThreadEntry = HiddenEntry | VisibleEntry;

/**
 * Some entries of a thread without a hole between them: the newest, up to `head`, or a window further up, as a long
 * thread opens where the reader left it.
 */
export type ThreadSnapshot = {
  threadId: string;
  /** Number of the newest event. */
  head: number;
  /** Events below this number are only in snapshots. */
  minSeq: number;
  entries: ThreadEntry[];
};

/** What follows a cursor; a reader who is too far behind gets a snapshot instead. */
export type ThreadPage =
  { head: number; minSeq: number; entries: ThreadEntry[] } | { snapshot: ThreadSnapshot };

/** The order in which translations of one text stand: by language, human before machine, newest first. */
function sortTranslations(translations: readonly EntryTranslation[]): EntryTranslation[] {
  return [...translations].sort(
    (a, b) => a.language.localeCompare(b.language) || a.kind.localeCompare(b.kind) || b.revision - a.revision,
  );
}

/**
 * The translations that a reader can come to see, sorted: of each language and kind the newest, and the newest that was
 * verified.
 */
export function keepShown(translations: readonly EntryTranslation[]): EntryTranslation[] {
  const sorted = sortTranslations(translations);
  const isFirst = (one: EntryTranslation, among: readonly EntryTranslation[]) =>
    among.find(({ language, kind }) => language === one.language && kind === one.kind) === one;
  const verified = sorted.filter(({ verifiedAt }) => verifiedAt !== null);
  return sorted.filter((one) => isFirst(one, sorted) || isFirst(one, verified));
}

/** Do translations of such a text stand beside a post: of its words, or of what came of its proposal? */
export function isOfPost(subject: TranslationSubject): subject is 'post' | 'decision' {
  return subject === 'post' || subject === 'decision';
}

/** There is one of each language, kind and revision. */
export function isSameTranslation(a: EntryTranslation, b: EntryTranslation): boolean {
  return a.language === b.language && a.kind === b.kind && a.revision === b.revision;
}
