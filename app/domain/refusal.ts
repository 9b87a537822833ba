/** Every expected refusal with its HTTP status. The keys are those of the locale namespace `refusal`. */
export const refusalStatus = {
  /** Absent and invisible are the same to a reader. */
  not_found: 404,
  not_allowed: 403,
  sign_in_first: 401,
  wrong_sign_in: 401,
  too_many_attempts: 429,
  link_used_or_expired: 410,
  /** Somebody else was quicker; the page shows what is true now. */
  already_changed: 409,
  own_version_missing: 409,
  /** The same client key with another body. */
  key_reused: 409,
  evidence_needed: 422,
  needs_two_governments: 422,
  confirm_by_another: 403,
  duplicate_of_itself: 422,
  nothing_changed: 422,
  too_many_areas: 422,
  /** An earlier step of the ladder is open. */
  clearance_out_of_turn: 409,
  too_many_milestones: 422,
  /** What was cleared and has ended keeps its words. */
  wording_frozen: 409,
  incident_not_found: 422,
  government_not_found: 422,
  photo_not_readable: 422,
  photo_too_large: 413,
  too_many_photos: 422,
  /** What its bytes say that it is, is none of what a post takes. */
  file_type_refused: 422,
  file_too_large: 413,
  too_many_attachments: 422,
  /** It was removed, because no post took it for two days. */
  attachment_gone: 422,
  import_not_readable: 422,
  import_choose_file: 422,
  import_too_large: 413,
  email_taken: 409,
  email_unknown: 422,
  wrong_password: 422,
  password_is_email: 422,
  /** A proposal that a government has answered keeps its words. */
  decision_has_answers: 409,
  decision_closed: 409,
  /** A translation of options has a line for each. */
  option_lines: 422,
  close_decision_instead: 409,
  topic_closed: 409,
  /** What was put to the governments stays in its topic. */
  decision_stays: 409,
  /** Somebody would read what was not for them. */
  other_readers: 422,
  too_many_posts: 422,
  /** What is frozen is the record of the meeting: nothing of it is written any more. */
  meeting_frozen: 409,
  previous_meeting_later: 422,
  agenda_full: 422,
  /** What is put on an agenda is for every reader of the meeting. */
  point_other_readers: 422,
  /** Minutes or outcomes stand on it. */
  point_has_words: 409,
  outcome_has_item: 409,
  seat_closed: 409,
  /** No engine is configured for these languages. */
  no_engine: 422,
  /** It was taken into an item, withdrawn, or its time is over. */
  offer_gone: 409,
  /** Whose means they are must be among the parties. */
  offer_needs_its_government: 422,
  /** Too many papers are being written. */
  paper_busy: 503,
  /** The secretariat must not lock itself out. */
  last_secretariat: 409,
} as const satisfies Record<string, number>;

export type Refusal = keyof typeof refusalStatus;

/** Is this one of them? A page that was sent back to carries it in its URL. */
export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'string' && Object.hasOwn(refusalStatus, value);
}
