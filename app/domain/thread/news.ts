import type { EventType } from '../event.ts';

/**
 * What changes something in its place, an earlier entry or the page above: it is shown there, and it is nothing new to
 * read.
 */
export const quietEvents = [
  'translation_added',
  'translation_verified',
  'post_acknowledged',
  'reaction_changed',
  'post_moved',
  'agenda_changed',
  'minutes_written',
] as const satisfies readonly EventType[];

/** What governments say to each other: of a public thread the public sees the course of events without it. */
export const talkEvents = [
  'post_written',
  'translation_added',
  'translation_verified',
  'post_acknowledged',
  'acknowledgement_requested',
  'reaction_changed',
  'post_edited',
  'post_deleted',
  'post_moved',
  'decision_proposed',
  'decision_answered',
  'decision_closed',
  'outcome_stated',
  'decision_carried_out',
] as const satisfies readonly EventType[];
