import { z } from 'zod';
import {
  type ActionItemState,
  ActionItemState as ItemState,
  IncidentStatus,
  Language,
} from '#prisma/generated/enums.ts';
import { isOverdue } from '../action-item/action-item.ts';
import { day } from '../action-item/clearance.ts';
import { isWaitingForClearance } from '../action-item/policy.ts';

export const longestMeetingTitle = 200;
export const longestPlace = 200;
export const longestMinutes = 20_000;
export const longestOutcome = 2_000;
/** More than a conference gets through, and few enough to be one page. */
export const mostPoints = 60;

const title = z.string('required').trim().min(1, 'required').max(longestMeetingTitle, 'too_long');
const place = z.string('required').trim().min(1, 'required').max(longestPlace, 'too_long');
const language = z.enum(Language, 'required');
const numberOfMeeting = z.string().regex(/^M-\d{1,9}$/);

const facts = {
  title,
  language,
  place,
  firstDay: day,
  lastDay: day,
  hosts: z.array(z.string()).min(1, 'choose_one').max(40),
  /** Seats. */
  participants: z.array(z.uuid()).max(200).default([]),
  /** Number of the meeting before it in its series. */
  previous: numberOfMeeting.optional(),
};

/** Who reads it: all members, or the hosts and the governments of the participants. */
export const meetingCircles = ['network', 'bilateral'] as const;

export const callMeetingInput = z
  .object({ ...facts, visibility: z.enum(meetingCircles, 'required'), clientKey: z.uuid() })
  .refine(endsAfterItBegins, { path: ['lastDay'], message: 'end_before_start' });
export type CallMeetingInput = z.output<typeof callMeetingInput>;

export const changeMeetingInput = z
  .object({
    ...facts,
    /** The one that was open while it was changed. */
    revision: z.number().int().min(1).max(1_000_000),
  })
  .refine(endsAfterItBegins, { path: ['lastDay'], message: 'end_before_start' });
export type ChangeMeetingInput = z.output<typeof changeMeetingInput>;

function endsAfterItBegins({ firstDay, lastDay }: { firstDay: Date; lastDay: Date }): boolean {
  return lastDay >= firstDay;
}

/** A thread that is chosen or named by its number, or a title of its own. */
export const addPointInput = z
  .object({
    clientKey: z.uuid(),
    aboutId: z.uuid().optional(),
    /** "A-24" or "2026-0412". */
    aboutNumber: z
      .string()
      .trim()
      .regex(/^(A-\d{1,9}|\d{4}-\d{4,9})$/i, 'pattern')
      .transform((number) => number.toUpperCase())
      .optional(),
    title: z.string().trim().min(1).max(longestMeetingTitle, 'too_long').optional(),
    language: z.enum(Language).optional(),
  })
  .refine((point) => Boolean(point.aboutId ?? point.aboutNumber ?? point.title), {
    path: ['title'],
    message: 'required',
  });
export type AddPointInput = z.output<typeof addPointInput>;

/** Where a point and an outcome stand, as their addresses say it. */
export const pointPlace = z.object({ number: z.string(), pointId: z.uuid() });
export const outcomePlace = z.object({ number: z.string(), outcomeId: z.uuid() });

/** The place that a point takes, from 1: the same twice moves it once. */
export const movePointInput = z.object({ to: z.number().int().min(1).max(mostPoints) });

export const minutesInput = z.object({
  language,
  text: z.string().max(longestMinutes, 'too_long').default(''),
  /** What was there while it was written; 0 when there was nothing. */
  revision: z.number().int().min(0),
});
export type MinutesInput = z.output<typeof minutesInput>;

export const outcomeInput = z.object({
  clientKey: z.uuid(),
  text: z
    .string('required')
    .trim()
    .min(1, 'required')
    .max(longestOutcome, 'too_long')
    // Forms send their lines with CR LF.
    .overwrite((words) => words.replaceAll('\r\n', '\n')),
  language,
});
export type OutcomeInput = z.output<typeof outcomeInput>;

/** Other words for an outcome, with the revision that was open while it was changed. */
export const changeOutcomeInput = outcomeInput
  .omit({ clientKey: true })
  .extend({ revision: z.coerce.number().int().min(1).max(1_000_000) });
export type ChangeOutcomeInput = z.output<typeof changeOutcomeInput>;

/** Who signs or freezes means the words that they have read. */
export const wordsReadInput = z.object({ wordsHash: z.string().regex(/^[0-9a-f]{64}$/) });

/** The same list with one of its things at another place, from 1; places beyond the ends are the ends. */
export function movedTo<T>(list: readonly T[], thing: T, to: number): T[] {
  const others = list.filter((one) => one !== thing);
  if (others.length === list.length) return [...list];
  const index = Math.min(Math.max(to, 1), list.length) - 1;
  return [...others.slice(0, index), thing, ...others.slice(index)];
}

/** How the action item of an outcome stands. Keys of `meeting:standing.<key>`. */
export const standings = [
  'done',
  'late',
  'waiting',
  'dropped',
  'underway',
  'awaiting',
  'proposed',
  'none',
] as const;
export type Standing = (typeof standings)[number];

type StandingItem = Parameters<typeof isWaitingForClearance>[0] & { dueOn: Date | null };

/** How a promise stands now; `none` when no action item was made of it. */
export function standingOf(item: StandingItem | null, now: Date): Standing {
  if (!item) return 'none';
  if (item.state === 'done' || item.state === 'dropped') return item.state;
  if (isWaitingForClearance(item)) return 'waiting';
  if (isOverdue(item, now)) return 'late';
  return standingInState[item.state];
}

const standingInState = {
  proposed: 'proposed',
  agreed: 'underway',
  underway: 'underway',
  awaiting_confirmation: 'awaiting',
} as const satisfies Record<Exclude<ActionItemState, 'done' | 'dropped'>, Standing>;

const government = z.object({
  id: z.string(),
  country: z.enum(['KR', 'CN']),
  level: z.enum(['province', 'city', 'county']),
  parentId: z.string().nullable(),
  nameKo: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  seal: z.string(),
});
const person = z.object({ name: z.string(), nameLatin: z.string() });
const seat = z.object({
  seatId: z.string(),
  titleKo: z.string(),
  titleZh: z.string(),
  titleEn: z.string(),
  government,
});
/** A title with its translations, as `pickText` takes them. */
const titled = z.object({
  title: z.string(),
  language: z.enum(Language),
  revision: z.number().int(),
  translations: z.array(
    z.object({
      language: z.enum(Language),
      kind: z.enum(['machine', 'human']),
      revision: z.number().int(),
      text: z.string(),
      version: z.number().int(),
      verifiedAt: z.string().nullable(),
    }),
  ),
});
const about = z.discriminatedUnion('subject', [
  z.object({ subject: z.literal('incident'), number: z.string(), status: z.enum(IncidentStatus) }),
  z.object({ subject: z.literal('action_item'), number: z.string(), state: z.enum(ItemState) }),
  z.object({ subject: z.literal('topic'), threadId: z.string(), isClosed: z.boolean() }),
]);
const signature = z.object({
  ...seat.shape,
  ...person.shape,
  /** ISO 8601. */
  at: z.string(),
});

/**
 * Everything that a meeting says, as its page shows it: read anew while it is open, kept as it was from the moment it is
 * frozen. Days and moments are ISO 8601.
 */
export const meetingWords = z.object({
  number: z.string(),
  ...titled.shape,
  place: z.string(),
  firstDay: z.string(),
  lastDay: z.string(),
  hosts: z.array(government),
  participants: z.array(z.object({ ...seat.shape, holders: z.array(person) })),
  points: z.array(
    z.object({
      id: z.string(),
      /** Null where it is about something that this reader may not see. */
      titled: titled.nullable(),
      about: about.nullable(),
      minutes: z.array(
        z.object({
          language: z.enum(Language),
          text: z.string(),
          revision: z.number().int(),
          at: z.string(),
          by: z.object({ ...person.shape, government }),
        }),
      ),
      outcomes: z.array(
        z.object({
          id: z.string(),
          text: z.string(),
          language: z.enum(Language),
          /** Records of the first days do not say. */
          revision: z.number().int().default(1),
          /** What people wrote for the other languages, in their order: signed and kept together with the text. */
          versions: z.array(z.object({ language: z.enum(Language), text: z.string() })).default([]),
          actionItemNumber: z.string().nullable(),
        }),
      ),
    }),
  ),
  /** Of these words; who signed others does not count. */
  signatures: z.array(signature),
});
export type MeetingWords = z.output<typeof meetingWords>;
export type MeetingPoint = MeetingWords['points'][number];

/** What is kept of a frozen meeting. */
export const meetingRecord = z.object({
  words: meetingWords,
  wordsHash: z.string(),
  frozenBy: signature,
});
export type MeetingRecord = z.output<typeof meetingRecord>;
