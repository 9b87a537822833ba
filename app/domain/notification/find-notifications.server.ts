import { db } from '#app/db/client.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import type { Actor } from '../actor.ts';
import { countItemsWaiting } from '../action-item/count-items-waiting.server.ts';
import { countDecisionsToAnswer } from '../decision/find-decisions.server.ts';
import { visibleTo } from '../thread/policy.ts';
import { translationsFor } from '../translation/find-translations.server.ts';
import {
  inboxEventSelect,
  type InboxThread,
  inboxThreadSelect,
  mostPressing,
  type ThreadTitle,
  titleOwner,
} from './notification.ts';

/** Threads on one page of the inbox. */
const threadsPerPage = 40;

/** How many threads have something that the seat has not read. */
export async function countUnread(actor: Actor): Promise<number> {
  const threads = await db().notification.groupBy({
    by: ['threadId'],
    where: { ...ofSeat(actor), readAt: null },
  });
  return threads.length;
}

/**
 * How many things cannot go on without this government: answers, confirmations, new incidents in its waters. Counted
 * from their state, so it falls when they are done and not when somebody has read of them.
 */
export async function countWaiting(actor: Actor): Promise<number> {
  if (actor.role === 'observer') return 0;
  const toConfirm = {
    status: 'reported',
    responsibleGovernmentId: actor.governmentId,
    thread: visibleTo(actor),
  } as const;
  const [items, decisions, incidents] = await Promise.all([
    countItemsWaiting(actor),
    countDecisionsToAnswer(actor),
    db().incident.count({ where: toConfirm }),
  ]);
  return items + decisions + incidents;
}

/**
 * What the seat was told, one entry a thread, the newest first.
 * @param before moment of the last entry of the page before this one
 */
export async function findInbox(
  actor: Actor,
  { unreadOnly, before, take = threadsPerPage }: { unreadOnly: boolean; before: Date | null; take?: number },
): Promise<{ threads: InboxThread[]; more: Date | null }> {
  const groups = await db().notification.groupBy({
    by: ['threadId'],
    where: { ...ofSeat(actor), ...(unreadOnly && { readAt: null }) },
    _max: { at: true },
    ...(before && { having: { at: { _max: { lt: before } } } }),
    orderBy: { _max: { at: 'desc' } },
    take: take + 1,
  });
  const ids = groups.slice(0, take).map(({ threadId }) => threadId);
  const [threads, notifications] = await Promise.all([
    db().thread.findMany({ where: { id: { in: ids }, ...visibleTo(actor) }, select: inboxThreadSelect }),
    db().notification.findMany({
      where: { ...ofSeat(actor), threadId: { in: ids } },
      orderBy: { seq: 'desc' },
      select: { threadId: true, seq: true, reason: true, at: true, readAt: true },
    }),
  ]);
  const events = await findEvents(actor, notifications);
  const [translations, ofPosts] = await Promise.all([
    findTitleTranslations(threads),
    translationsFor(
      'post',
      events.flatMap(({ post }) => post?.id ?? []),
    ),
  ]);
  const entries = ids.flatMap((id): InboxThread[] => {
    const thread = threads.find((one) => one.id === id);
    const told = notifications.filter(({ threadId }) => threadId === id);
    const [newest] = told;
    if (!thread || !newest) return [];
    const unread = told.filter(({ readAt }) => readAt === null);
    const why = unread.length > 0 ? unread : [newest];
    const last = events.find((event) => event.threadId === id && event.seq === newest.seq) ?? null;
    return [
      {
        thread,
        translations: translations.filter(({ subjectId }) => subjectId === titleOwner(thread)),
        at: newest.at,
        unread: unread.length,
        reason: mostPressing(why.map(({ reason }) => reason)),
        seq: unread.at(-1)?.seq ?? newest.seq,
        newest: last,
        postTranslations: ofPosts.filter(({ subjectId }) => subjectId === last?.post?.id),
      },
    ];
  });
  return { threads: entries, more: groups.length > take ? (entries.at(-1)?.at ?? null) : null };
}

function ofSeat(actor: Actor) {
  const ownTime = actor.formerly && { at: { lte: actor.formerly.to } };
  return {
    seatId: actor.seatId,
    thread: visibleTo(actor),
    ...ownTime,
  } satisfies Prisma.NotificationWhereInput;
}

/** The newest event of each thread with the words of its post, if it is one. */
function findEvents(actor: Actor, notifications: readonly { threadId: string; seq: number }[]) {
  const newest = new Map<string, number>();
  for (const { threadId, seq } of notifications)
    newest.set(threadId, Math.max(seq, newest.get(threadId) ?? 0));
  return db().event.findMany({
    where: {
      AND: [
        { OR: [...newest].map(([threadId, seq]) => ({ threadId, seq })) },
        { OR: [{ onlyGovernmentId: null }, { onlyGovernmentId: actor.governmentId }] },
      ],
    },
    select: inboxEventSelect,
  });
}

function findTitleTranslations(threads: readonly ThreadTitle[]) {
  return db().translation.findMany({
    where: { field: 'title', subjectId: { in: threads.map(titleOwner) } },
    select: { subjectId: true, language: true, kind: true, revision: true, text: true, verifiedAt: true },
  });
}
