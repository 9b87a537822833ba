import { db } from '#app/db/client.server.ts';
import type { Language } from '#prisma/generated/enums.ts';
import type { Actor } from '../actor.ts';
import { heldNow } from '../account/policy.ts';
import { visibleTo } from '../thread/policy.ts';
import { pickText } from '../translation/pick-text.ts';
import { runningStates } from './action-item.ts';
import { promisedStates } from './policy.ts';
import { hashFeedToken } from './renew-feed.server.ts';

/** One all-day date of a seat: when a promise or a milestone of it is due. */
export type FeedDate = { id: string; number: string; title: string; dueOn: Date; changedAt: Date };

/** Since when the seat has a calendar address; null when it has none. */
export async function findFeedOf(actor: Actor): Promise<Date | null> {
  const feed = await db().calendarFeed.findUnique({
    where: { seatId: actor.seatId },
    select: { createdAt: true },
  });
  return feed?.createdAt ?? null;
}

/**
 * What the calendar behind a secret address shows: the due dates of what the seat's government promised and has not
 * done, as far as the seat may see it, in its holder's language. Null when the address does not work (any more), or
 * nobody holds the seat.
 */
export async function findFeed(
  token: string,
  now = new Date(),
): Promise<{ language: Language; dates: FeedDate[] } | null> {
  const feed = await db().calendarFeed.findFirst({
    where: { tokenHash: hashFeedToken(token), seat: { tenures: { some: heldNow(now) } } },
    select: {
      seat: {
        select: {
          id: true,
          governmentId: true,
          role: true,
          tenures: {
            where: heldNow(now),
            orderBy: { from: 'asc' },
            take: 1,
            select: { account: { select: { language: true } } },
          },
        },
      },
    },
  });
  const [tenure] = feed?.seat.tenures ?? [];
  if (!feed || !tenure) return null;
  const { id: seatId, governmentId, role } = feed.seat;
  const { language } = tenure.account;
  const reader: Actor = { accountId: '', seatId, governmentId, role, name: '', nameLatin: '', language };
  const own = { governmentId, state: { in: [...promisedStates] } };
  const items = await db().actionItem.findMany({
    where: { thread: visibleTo(reader), state: { in: [...runningStates] }, commitments: { some: own } },
    orderBy: { proposedAt: 'asc' },
    select: {
      id: true,
      number: true,
      title: true,
      language: true,
      revision: true,
      dueOn: true,
      updatedAt: true,
      commitments: { where: own, select: { state: true, dueOn: true } },
      milestones: {
        where: { reachedAt: null, dueOn: { not: null } },
        select: { id: true, text: true, dueOn: true },
      },
    },
  });
  const translations = await db().translation.findMany({
    where: { subject: 'action_item', field: 'title', subjectId: { in: items.map(({ id }) => id) } },
    select: { subjectId: true, language: true, kind: true, revision: true, text: true },
  });
  const dates = items.flatMap(
    ({ id, number, updatedAt: changedAt, dueOn, commitments, milestones, ...item }) => {
      const { text: title } = pickText({
        language,
        source: { text: item.title, language: item.language, revision: item.revision },
        translations: translations.filter(({ subjectId }) => subjectId === id),
      });
      const [promise] = commitments;
      const due = promise?.dueOn ?? dueOn;
      return [
        ...(due && promise?.state === 'accepted' ? [{ id, number, title, dueOn: due, changedAt }] : []),
        ...milestones.flatMap((milestone) =>
          milestone.dueOn
            ? [{ id: milestone.id, number, title: milestone.text, dueOn: milestone.dueOn, changedAt }]
            : [],
        ),
      ];
    },
  );
  return { language, dates };
}
