import { v7 as uuid } from 'uuid';
import { db } from '#app/db/client.server.ts';
import { commit, oneAtATime } from '#app/db/commit.server.ts';
import type { Actor } from '../actor.ts';
import { follow, notifyFollowers, notifyGovernments } from '../notification/notify.server.ts';
import { done, refuse, type Result } from '../result.ts';
import { type MakeOfferInput, mayOffer } from './offer.ts';

/**
 * Offers means, or asks for them, in a topic of their own: there they are talked about. The client key becomes the id of
 * the thread, and the same key never makes a second one. The named governments of a bilateral one are told.
 */
export async function makeOffer(actor: Actor, input: MakeOfferInput): Promise<Result<{ threadId: string }>> {
  if (!mayOffer(actor)) return refuse('not_allowed');
  const { clientKey: threadId, title, language, body, visibility } = input;
  const { accountId, seatId, governmentId } = actor;
  const named = await db().government.findMany({
    where: { id: { in: visibility === 'bilateral' ? input.audience : [], not: governmentId } },
    select: { id: true },
  });
  const audience = named.map(({ id }) => id);
  if (visibility === 'bilateral' && audience.length === 0) return refuse('needs_two_governments');

  return commit(async (tx, announce) => {
    await oneAtATime(tx, `${accountId}:${threadId}`);
    const made = await tx.thread.findUnique({
      where: { id: threadId },
      select: { title: true, offer: { select: { seatId: true, means: true } } },
    });
    if (made) {
      const { offer } = made;
      const same = made.title === title && offer?.seatId === seatId && offer.means === input.means;
      return same ? done({ threadId }) : refuse('key_reused');
    }
    await tx.thread.create({
      data: {
        ...{ id: threadId, subject: 'topic', category: 'joint_operations', title, titleLanguage: language },
        ...{ visibility, ownerGovernmentId: governmentId },
        audience: { create: audience.map((id) => ({ governmentId: id })) },
      },
      select: { id: true },
    });
    const { direction, means, count = null, place, from, until } = input;
    await tx.offer.create({
      data: { threadId, direction, means, count, place, from, until, governmentId, seatId },
      select: { threadId: true },
    });
    await announce({ threadId, type: 'offer_made', payload: {}, actor });
    const postId = uuid();
    const event = await announce({ threadId, type: 'post_written', payload: { postId }, actor });
    await tx.post.create({
      data: {
        ...{ id: postId, threadId, seq: event.seq, accountId, seatId, governmentId },
        ...{ clientKey: uuid(), language, body },
      },
      select: { id: true },
    });
    await follow(tx, threadId, seatId);
    await notifyGovernments(tx, event, audience, 'news_in_my_thread');
    await notifyFollowers(tx, event);
    return done({ threadId });
  });
}
