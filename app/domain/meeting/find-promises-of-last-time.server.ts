import { db } from '#app/db/client.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import type { Language } from '#prisma/generated/enums.ts';
import { cardSelect } from '../action-item/action-item.ts';
import type { Actor } from '../actor.ts';
import { eventPayloads } from '../event.ts';
import type { NamedGovernment } from '../government/government.ts';
import { visibleTo } from '../thread/policy.ts';
import type { TextTranslation } from '../translation/pick-text.ts';
import { type FoundTranslation, translationsFor } from '../translation/find-translations.server.ts';
import { type Standing, standingOf } from './meeting.ts';

/** What was concluded at a meeting, and how it stands now. */
export type MeetingPromise = {
  outcomeId: string;
  text: string;
  language: Language;
  revision: number;
  translations: FoundTranslation[];
  standing: Standing;
  /** The action item that carries it out; null when there is none that the actor may see. */
  item: {
    number: string;
    title: string;
    language: Language;
    revision: number;
    translations: TextTranslation[];
    dueOn: Date | null;
    parties: NamedGovernment[];
  } | null;
  /** Why it was dropped. */
  reason: { text: string; language: Language } | null;
};

const meetingSelect = {
  id: true,
  number: true,
  threadId: true,
  firstDay: true,
  frozenAt: true,
  thread: { select: { title: true, titleLanguage: true, titleRevision: true } },
} as const satisfies Prisma.MeetingSelect;

/** A meeting with its title as `ItemTitle` takes it. */
export type NamedMeeting = {
  number: string;
  firstDay: Date;
  title: string;
  language: Language;
  revision: number;
  translations: TextTranslation[];
};

/**
 * What we promised last time: the outcomes of the meeting before this one in its series, with how each stands now. Null
 * when there is none before it, or the actor may not see one of the two.
 * @param meetingId of the later meeting
 */
export async function findPromisesOfLastTime(
  actor: Actor,
  meetingId: string,
  now = new Date(),
): Promise<{ meeting: NamedMeeting; promises: MeetingPromise[] } | null> {
  const previous = await db().meeting.findFirst({
    where: { next: { some: { id: meetingId, thread: visibleTo(actor) } }, thread: visibleTo(actor) },
    select: meetingSelect,
  });
  if (!previous) return null;
  const [translations, promises] = await Promise.all([
    translationsFor('thread', [previous.threadId]),
    findPromisesOf(actor, previous.id, now),
  ]);
  const { number, firstDay, thread } = previous;
  const titled = {
    title: thread.title ?? '',
    language: thread.titleLanguage ?? ('en' as const),
    revision: thread.titleRevision,
  };
  return { meeting: { number, firstDay, ...titled, translations }, promises };
}

/** The outcomes of one meeting with how each stands now; none when the actor may not see it. */
export async function findPromisesOf(
  actor: Actor,
  meetingId: string,
  now = new Date(),
): Promise<MeetingPromise[]> {
  const outcomes = await db().outcome.findMany({
    where: { point: { meetingId, meeting: { thread: visibleTo(actor) } } },
    orderBy: [{ point: { position: 'asc' } }, { position: 'asc' }],
    select: { id: true, text: true, language: true, revision: true, actionItemId: true },
  });
  const items = await db().actionItem.findMany({
    where: {
      id: { in: outcomes.flatMap(({ actionItemId }) => actionItemId ?? []) },
      thread: visibleTo(actor),
    },
    select: {
      ...cardSelect,
      thread: {
        select: {
          events: {
            where: { type: 'action_item_dropped', onlyGovernmentId: null },
            orderBy: { seq: 'desc' },
            take: 1,
            select: { payload: true },
          },
        },
      },
    },
  });
  const [titles, translations] = await Promise.all([
    translationsFor(
      'action_item',
      items.map(({ id }) => id),
    ),
    translationsFor(
      'outcome',
      outcomes.map(({ id }) => id),
    ),
  ]);
  return outcomes.map(({ id, text, language, revision, actionItemId }) => {
    const item = items.find((one) => one.id === actionItemId) ?? null;
    const [dropped] = item?.thread.events ?? [];
    return {
      outcomeId: id,
      ...{ text, language, revision },
      translations: translations.filter(({ subjectId }) => subjectId === id),
      standing: standingOf(item, now),
      item: item && {
        number: item.number,
        title: item.title,
        language: item.language,
        revision: item.revision,
        translations: titles.filter((one) => one.subjectId === item.id && one.field === 'title'),
        dueOn: item.dueOn,
        parties: item.commitments.map(({ government }) => government),
      },
      reason:
        item?.state === 'dropped' && dropped
          ? (eventPayloads.action_item_dropped.safeParse(dropped.payload).data?.reason ?? null)
          : null,
    };
  });
}
