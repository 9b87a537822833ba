import { z } from 'zod';
import {
  Language,
  Reaction,
  TopicCategory,
  TranslationField,
  TranslationKind,
  TranslationSubject,
} from '#prisma/generated/enums.ts';
import { correctableFields } from './incident/correction.ts';

/** What everybody may see of an incident: nothing, its grid cell, or its place. */
export const publicities = ['none', 'coarse', 'exact'] as const;
export type Publicity = (typeof publicities)[number];

const nothing = z.object({});
/** Words that a person gave for a step, in the language they were written in. */
const reason = z.object({ text: z.string(), language: z.enum(Language) });
const reasoned = z.object({ reason });
/** One step of a ladder: who gives it, which one of how many. Never what the authority wrote. */
const clearanceStep = z.object({
  authority: z.object({ ko: z.string(), zh: z.string(), en: z.string() }),
  step: z.number().int(),
  of: z.number().int(),
});

/**
 * Everything that can happen in a thread, in the past tense, with what every reader of the event may see.
 * The keys are those of `thread:event.<key>` in the locales.
 */
export const eventPayloads = {
  incident_reported: nothing,
  incident_confirmed: nothing,
  response_started: z.object({ note: reason.optional() }),
  incident_resolved: z.object({ evidenceId: z.uuid() }),
  incident_marked_duplicate: z.object({ ofNumber: z.string(), reason }),
  /** In the thread of the incident that stays: which one was found to repeat it. */
  duplicate_joined: z.object({ number: z.string() }),
  duplicate_parted: z.object({ number: z.string() }),
  incident_handed_over: z.object({ fromGovernmentId: z.string(), toGovernmentId: z.string(), reason }),
  incident_closed_without_action: reasoned,
  incident_reopened: reasoned,
  /** The last of its thread, which nobody sees from then on. */
  incident_withdrawn: reasoned,
  publicity_decided: z.object({ publicity: z.enum(publicities), reason }),
  observation_added: z.object({ observationId: z.uuid() }),
  /** Which fields; their values are read with the correction, as far as the reader may see them. */
  incident_corrected: z.object({ correctionId: z.uuid(), fields: z.array(z.enum(correctableFields)) }),
  action_item_linked: z.object({ actionItemNumber: z.string() }),
  post_written: z.object({ postId: z.uuid() }),
  translation_added: z.object({
    subject: z.enum(TranslationSubject),
    subjectId: z.uuid(),
    field: z.enum(TranslationField),
    language: z.enum(Language),
    kind: z.enum(TranslationKind).default('human'),
    /** Revision of the source; events of the first days do not say. */
    revision: z.number().int().optional(),
  }),
  translation_verified: z.object({
    subject: z.enum(TranslationSubject),
    subjectId: z.uuid(),
    field: z.enum(TranslationField),
    language: z.enum(Language),
    kind: z.literal('human'),
    revision: z.number().int(),
  }),
  /** With the revision that was read. */
  post_acknowledged: z.object({ postId: z.uuid(), revision: z.number().int(), seatId: z.uuid() }),
  acknowledgement_requested: z.object({ postId: z.uuid() }),
  reaction_changed: z.object({
    postId: z.uuid(),
    seatId: z.uuid(),
    reaction: z.enum(Reaction),
    on: z.boolean(),
  }),
  /** Which revision; its words are read with it. */
  post_edited: z.object({ postId: z.uuid(), revision: z.number().int(), language: z.enum(Language) }),
  post_deleted: z.object({ postId: z.uuid() }),
  /** Without options of its own it is answered by agree, abstain, disagree. */
  decision_proposed: z.object({
    postId: z.uuid(),
    options: z.array(z.string()),
    governmentIds: z.array(z.string()),
    deadline: z.iso.datetime(),
    seatId: z.uuid(),
  }),
  decision_answered: z.object({ postId: z.uuid(), choice: z.number().int(), reason: reason.optional() }),
  /** Without an actor it closed by itself. */
  decision_closed: z.object({ postId: z.uuid(), outcome: reason.optional() }),
  outcome_stated: z.object({ postId: z.uuid(), outcome: reason }),
  decision_carried_out: z.object({ postId: z.uuid(), actionItemNumber: z.string() }),
  topic_opened: nothing,
  topic_closed: nothing,
  topic_reopened: nothing,
  topic_moved: z.object({ category: z.enum(TopicCategory) }),
  topic_pinned: z.object({ on: z.boolean() }),
  /** Its words, and what was said to it, stand in another thread from then on. */
  post_moved: z.object({ postId: z.uuid(), toThreadId: z.uuid(), toSeq: z.number().int() }),
  topic_split: z.object({ toThreadId: z.uuid(), count: z.number().int() }),
  /** The first of its thread. */
  topic_split_off: z.object({ fromThreadId: z.uuid(), count: z.number().int() }),
  topic_merged: z.object({ toThreadId: z.uuid(), count: z.number().int() }),
  topic_merged_in: z.object({ fromThreadId: z.uuid(), count: z.number().int() }),
  /** From then on only these governments read the topic. */
  readers_narrowed: z.object({ governmentIds: z.array(z.string()) }),
  /** The first of its thread: means that a government offers or asks for. */
  offer_made: nothing,
  offer_withdrawn: reasoned,
  /** Without a number where not everybody who reads it may read the item. */
  offer_taken: z.object({ actionItemNumber: z.string().optional() }),
  action_item_proposed: nothing,
  commitment_accepted: nothing,
  commitment_declined: reasoned,
  action_item_agreed: nothing,
  action_item_started: nothing,
  completion_claimed: z.object({ evidenceId: z.uuid() }),
  completion_confirmed: nothing,
  completion_disputed: reasoned,
  action_item_dropped: reasoned,
  wording_changed: z.object({ revision: z.number().int() }),
  commitment_written: z.object({ revision: z.number().int() }),
  commitment_withdrawn: reasoned,
  commitment_fulfilled: nothing,
  commitment_not_fulfilled: reasoned,
  clearance_asked: clearanceStep,
  clearance_granted: clearanceStep,
  clearance_returned: clearanceStep,
  clearance_waived: clearanceStep,
  clearance_completed: nothing,
  milestone_added: z.object({ milestone: reason }),
  milestone_reached: z.object({ milestone: reason }),
  milestone_reopened: z.object({ milestone: reason }),
  wording_marked: z.object({
    language: z.enum(Language),
    revision: z.number().int(),
    wordingHash: z.string(),
  }),
  wording_marks_ended: z.object({ revision: z.number().int(), governmentIds: z.array(z.string()) }),
  clearance_reopened: z.object({ revision: z.number().int(), governmentIds: z.array(z.string()) }),
  meeting_called: nothing,
  meeting_changed: z.object({ revision: z.number().int() }),
  agenda_changed: nothing,
  /** Which revision of the minutes in which language; the words are on the page of the meeting. */
  minutes_written: z.object({
    pointId: z.uuid(),
    language: z.enum(Language),
    revision: z.number().int(),
  }),
  outcome_recorded: z.object({ outcome: reason }),
  /** The words that it has from then on. */
  outcome_changed: z.object({ outcome: reason }),
  outcome_withdrawn: z.object({ outcome: reason }),
  outcome_carried_out: z.object({ outcome: reason, actionItemNumber: z.string() }),
  meeting_signed: nothing,
  meeting_frozen: nothing,
  /** For the own government alone, as are the three after it. */
  handover_accepted: nothing,
  handover_returned: reasoned,
  /** Days before the due date; below zero: days late. */
  due_reminded: z.object({ days: z.number().int() }),
  reminder_snoozed: z.object({ until: z.iso.date(), reason }),
  /** Nobody holds a seat that this is the work of. */
  seat_stood_empty: z.object({
    governmentId: z.string(),
    title: z.object({ ko: z.string(), zh: z.string(), en: z.string() }),
    since: z.iso.datetime(),
  }),
  /** The work of a government that was merged is its successor's. */
  work_passed_on: z.object({ fromGovernmentId: z.string(), toGovernmentId: z.string() }),
} as const;

export type EventType = keyof typeof eventPayloads;

/** Is this stored name one of them? */
export function isEventType(type: string): type is EventType {
  return Object.hasOwn(eventPayloads, type);
}

export type EventPayload<Type extends EventType> = z.output<(typeof eventPayloads)[Type]>;

/** An event before it has its number. */
export type NewEvent = {
  [Type in EventType]: {
    threadId: string;
    type: Type;
    payload: EventPayload<Type>;
    /** Null where the system acted, e.g. an import. */
    actor: { accountId: string; seatId: string; governmentId: string } | null;
    /** When only this government may read it. */
    onlyGovernmentId?: string;
    /** For imports and the demo world; now by default. */
    at?: Date;
    /** Readers of the thread hear of it, but it does not bring the thread to the top of the forum. */
    quiet?: true;
  };
}[EventType];

/** An event that is written, with the seats that were told of it. */
export type AnnouncedEvent = NewEvent & { seq: number; notifiedSeatIds: string[] };
