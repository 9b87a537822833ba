import { db } from '#app/db/client.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import { heldNow } from '../account/policy.ts';
import { cardSelect } from '../action-item/action-item.ts';
import { shownSteps } from '../action-item/clearance.ts';
import type { Actor } from '../actor.ts';
import { governmentSelect } from '../government/government.ts';
import { inboxThreadSelect, titleOwner } from '../notification/notification.ts';
import { findUnread } from '../thread/find-unread.server.ts';
import { visibleTo } from '../thread/policy.ts';
import { translationsFor } from '../translation/find-translations.server.ts';
import { type Handover, handoverSelect } from './handover.ts';
import { mayReadHandover } from './policy.ts';

/** Decisions that the brief repeats. */
const decisionsShown = 8;

const threadSelect = {
  ...inboxThreadSelect,
  incident: { select: { ...inboxThreadSelect.incident.select, status: true } },
  actionItem: {
    select: { ...inboxThreadSelect.actionItem.select, dueOn: true, commitments: cardSelect.commitments },
  },
} as const satisfies Prisma.ThreadSelect;

/** A handover that this actor may read; null when there is none of this id. */
export async function findHandover(actor: Actor, id: string): Promise<Handover | null> {
  const handover = await db().handover.findUnique({ where: { id }, select: handoverSelect });
  return handover && mayReadHandover(actor, handover) ? handover : null;
}

/** The handovers of the actor's seat, the newest first; of the whole government for its head. */
export async function findHandovers(actor: Actor) {
  const found = await db().handover.findMany({
    where: actor.role === 'head' ? { seat: { governmentId: actor.governmentId } } : { seatId: actor.seatId },
    orderBy: { startedAt: 'desc' },
    take: 50,
    select: { ...handoverSelect, items: { select: { state: true } } },
  });
  return found.filter((handover) => mayReadHandover(actor, handover));
}

/** How many pieces of work the actor has neither taken over nor returned, and in which handover; null when none waits. */
export async function findHandoverToAnswer(actor: Actor): Promise<{ id: string; open: number } | null> {
  if (actor.formerly || actor.role === 'observer') return null;
  const handover = await db().handover.findFirst({
    where: {
      seatId: actor.seatId,
      tenure: { accountId: { not: actor.accountId }, to: { lte: new Date() } },
      items: { some: { state: 'open', thread: visibleTo(actor) } },
    },
    orderBy: { startedAt: 'desc' },
    select: {
      id: true,
      _count: { select: { items: { where: { state: 'open', thread: visibleTo(actor) } } } },
    },
  });
  return handover && { id: handover.id, open: handover._count.items };
}

/** Everything that the next holder of a seat must find: open work with notes, counterparts, decisions, own proposals. */
export async function findBrief(actor: Actor, handover: Handover, now = new Date()) {
  const ids = handover.items.map(({ threadId }) => threadId);
  const threads = await db().thread.findMany({
    where: { AND: [{ id: { in: ids } }, visibleTo(actor)] },
    orderBy: { lastEventAt: 'desc' },
    select: threadSelect,
  });
  const [unread, translations, counterparts, decisions] = await Promise.all([
    findUnread(
      actor,
      threads.map(({ id }) => id),
    ),
    findTitles(threads),
    findCounterparts(actor, threads, now),
    findDecisions(actor),
  ]);
  const items = threads.flatMap((thread) => {
    const item = handover.items.find(({ threadId }) => threadId === thread.id);
    if (!item) return [];
    const commitments = (thread.actionItem?.commitments ?? []).map((commitment) => ({
      ...commitment,
      steps: shownSteps(actor, commitment.governmentId, commitment.steps),
    }));
    return [
      {
        ...item,
        thread: { ...thread, actionItem: thread.actionItem && { ...thread.actionItem, commitments } },
        translations: translations.filter(({ subjectId }) => subjectId === titleOwner(thread)),
        unread: unread.get(thread.id)?.count ?? 0,
      },
    ];
  });
  return { items, counterparts, decisions };
}

export type Brief = Awaited<ReturnType<typeof findBrief>>;
export type BriefItem = Brief['items'][number];

type BriefThread = Prisma.ThreadGetPayload<{ select: typeof threadSelect }>;

async function findTitles(threads: readonly BriefThread[]) {
  const found = await Promise.all([
    translationsFor(
      'incident',
      threads.flatMap(({ incident }) => incident?.id ?? []),
    ),
    translationsFor(
      'action_item',
      threads.flatMap(({ actionItem }) => actionItem?.id ?? []),
    ),
    translationsFor(
      'thread',
      threads.flatMap(({ title, id }) => (title === null ? [] : id)),
    ),
  ]);
  return found.flat().filter(({ field }) => field === 'title');
}

/** The governments that one has promised something together with, their seats, and who sits there now. */
async function findCounterparts(actor: Actor, threads: readonly BriefThread[], now: Date) {
  const parties = threads.flatMap(({ actionItem }) => actionItem?.commitments ?? []);
  const ids = [...new Set(parties.map(({ governmentId }) => governmentId))].filter(
    (id) => id !== actor.governmentId,
  );
  return db().government.findMany({
    where: { id: { in: ids } },
    orderBy: [{ country: 'asc' }, { level: 'asc' }, { nameEn: 'asc' }],
    select: {
      ...governmentSelect,
      seats: {
        where: { closedAt: null, role: { in: ['officer', 'head'] } },
        orderBy: [{ role: 'desc' }, { createdAt: 'asc' }],
        select: {
          id: true,
          titleKo: true,
          titleZh: true,
          titleEn: true,
          tenures: {
            where: heldNow(now),
            select: { account: { select: { id: true, name: true, nameLatin: true, language: true } } },
          },
        },
      },
    },
  });
}

/** What was decided last where the own government had a voice: the words, what came of it, what it said itself and why. */
async function findDecisions(actor: Actor) {
  const rows = await db().decision.findMany({
    where: {
      closedAt: { not: null },
      thread: visibleTo(actor),
      voices: { some: { governmentId: actor.governmentId } },
    },
    orderBy: { closedAt: 'desc' },
    take: decisionsShown,
    select: {
      id: true,
      threadId: true,
      closedAt: true,
      outcome: true,
      outcomeLanguage: true,
      options: true,
      post: { select: { id: true, seq: true, body: true, language: true, revision: true } },
      voices: {
        where: { governmentId: actor.governmentId },
        select: { choice: true, reason: true, reasonLanguage: true },
      },
    },
  });
  const translations = await translationsFor(
    'post',
    rows.map(({ post }) => post.id),
  );
  return rows.map((row) => ({
    ...row,
    translations: translations.filter(({ subjectId }) => subjectId === row.post.id),
  }));
}
