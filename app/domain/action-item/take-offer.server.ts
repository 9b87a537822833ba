import { db, type Tx } from '#app/db/client.server.ts';
import { type Announce, oneAtATime } from '#app/db/commit.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import type { Actor } from '../actor.ts';
import { notifyFollowers } from '../notification/notify.server.ts';
import { isOpen } from '../offer/offer.ts';
import { visibleTo } from '../thread/policy.ts';
import { linkedThreadSelect } from './readers-of-item.ts';

const offerSelect = {
  threadId: true,
  direction: true,
  governmentId: true,
  until: true,
  withdrawnAt: true,
  actionItemId: true,
  thread: { select: { ...linkedThreadSelect, title: true, titleLanguage: true } },
} as const satisfies Prisma.OfferSelect;

type OfferToTake = Prisma.OfferGetPayload<{ select: typeof offerSelect }>;

/** The offer that a proposal takes up, as far as the actor may see it; open or not. */
export function findOfferToTake(actor: Actor, threadId: string): Promise<OfferToTake | null> {
  return db().offer.findFirst({ where: { threadId, thread: visibleTo(actor) }, select: offerSelect });
}

/** Keeps an open offer for this transaction: of two that take it at once one comes too late. */
export async function holdOffer(tx: Tx, { threadId }: OfferToTake): Promise<boolean> {
  await oneAtATime(tx, `offer:${threadId}`);
  const now = await tx.offer.findUnique({ where: { threadId }, select: offerSelect });
  return now !== null && isOpen(now, new Date());
}

/** Whose means they are: who offers them, or who takes up what another asks for. */
export function giverOf({ direction, governmentId }: OfferToTake, actor: Actor): string {
  return direction === 'offer' ? governmentId : actor.governmentId;
}

/** What the giver promises itself: the means, in the words of the offer. */
export function givenBy({ thread: { title, titleLanguage } }: OfferToTake) {
  return { text: title ?? '', language: titleLanguage };
}

/** Within the proposal: the offer is taken, and its thread says into which item, where its readers may read that. */
export async function takeOffer(
  { tx, announce, actor }: { tx: Tx; announce: Announce; actor: Actor },
  { threadId, actionItemId, number }: OfferToTake & { actionItemId: string; number: string | undefined },
): Promise<void> {
  await tx.offer.update({ where: { threadId }, data: { actionItemId }, select: { threadId: true } });
  const payload = number === undefined ? {} : { actionItemNumber: number };
  await notifyFollowers(tx, await announce({ threadId, type: 'offer_taken', payload, actor }));
}
