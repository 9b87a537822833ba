import type { z } from 'zod';
import { db } from '#app/db/client.server.ts';
import { commit, oneAtATime } from '#app/db/commit.server.ts';
import type { Actor } from '../actor.ts';
import { notifyFollowers } from '../notification/notify.server.ts';
import { done, refuse, type Result } from '../result.ts';
import { visibleTo } from '../thread/policy.ts';
import { mayWithdraw, type withdrawOfferSchema } from './offer.ts';

/** Takes an offer back that nobody has taken up, and says why. Its topic stays. */
export async function withdrawOffer(
  actor: Actor,
  { threadId, text, language }: z.output<typeof withdrawOfferSchema> & { threadId: string },
): Promise<Result<null>> {
  const offer = await db().offer.findFirst({
    where: { threadId, thread: visibleTo(actor) },
    select: { governmentId: true },
  });
  if (!offer) return refuse('not_found');
  if (!mayWithdraw(actor, offer)) return refuse('not_allowed');
  return commit(async (tx, announce) => {
    await oneAtATime(tx, `offer:${threadId}`);
    const { count } = await tx.offer.updateMany({
      where: { threadId, withdrawnAt: null, actionItemId: null },
      data: { withdrawnAt: new Date() },
    });
    if (count === 0) return refuse('offer_gone');
    const reason = { text, language };
    await notifyFollowers(
      tx,
      await announce({ threadId, type: 'offer_withdrawn', payload: { reason }, actor }),
    );
    return done(null);
  });
}
