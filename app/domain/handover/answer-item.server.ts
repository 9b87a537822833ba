import { db } from '#app/db/client.server.ts';
import { commit } from '#app/db/commit.server.ts';
import type { Language } from '#prisma/generated/enums.ts';
import type { Actor } from '../actor.ts';
import { follow, notifySeats } from '../notification/notify.server.ts';
import { done, refuse, type Result } from '../result.ts';
import { handoverSelect } from './handover.ts';
import { mayReadHandover, mayTakeOver } from './policy.ts';

type Item = { handoverId: string; threadId: string };
type Words = { text: string; language: Language };

/** The successor takes a piece of work over; the seat hears of it from then on. */
export function acceptItem(actor: Actor, item: Item): Promise<Result<Item>> {
  return answerItem(actor, item, null);
}

/** The successor says that a piece of work is not for this seat, and why; the own head hears of it. */
export function returnItem(actor: Actor, item: Item, reason: Words): Promise<Result<Item>> {
  return answerItem(actor, item, reason);
}

async function answerItem(
  actor: Actor,
  { handoverId, threadId }: Item,
  reason: Words | null,
): Promise<Result<Item>> {
  const handover = await db().handover.findUnique({ where: { id: handoverId }, select: handoverSelect });
  if (!handover || !mayReadHandover(actor, handover)) return refuse('not_found');
  if (!mayTakeOver(actor, handover)) return refuse('not_allowed');

  return commit(async (tx, announce): Promise<Result<Item>> => {
    const { count } = await tx.handoverItem.updateMany({
      // What was returned may be taken over after all.
      where: { handoverId, threadId, state: reason ? 'open' : { not: 'accepted' } },
      data: {
        state: reason ? 'returned' : 'accepted',
        reason: reason?.text ?? null,
        reasonLanguage: reason?.language ?? null,
        answeredAt: new Date(),
      },
    });
    if (count === 0) return refuse('already_changed');
    const { governmentId } = actor;
    const own = { threadId, actor, onlyGovernmentId: governmentId, quiet: true } as const;
    if (reason) {
      const event = await announce({ ...own, type: 'handover_returned', payload: { reason } });
      const heads = await tx.seat.findMany({
        where: { governmentId, role: 'head', closedAt: null },
        select: { id: true },
      });
      const ids = heads.map(({ id }) => id);
      await notifySeats(tx, event, ids, 'waits_for_us');
    } else {
      await follow(tx, threadId, actor.seatId);
      await announce({ ...own, type: 'handover_accepted', payload: {} });
    }
    return done({ handoverId, threadId });
  });
}
