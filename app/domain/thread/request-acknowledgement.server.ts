import { commit } from '#app/db/commit.server.ts';
import type { Actor } from '../actor.ts';
import { notifyFollowers } from '../notification/notify.server.ts';
import { done, refuse, type Result } from '../result.ts';
import { findPost, type PostPlace, readersOf } from './find-post.server.ts';
import { mayEditPost } from './policy.ts';

/** The author asks every reader to say that they have read a post. Asking twice is asking once. */
export async function requestAcknowledgement(actor: Actor, place: PostPlace): Promise<Result<null>> {
  const post = await findPost(actor, place);
  if (!post) return refuse('not_found');
  if (!mayEditPost(actor, post)) return refuse('not_allowed');
  const { id, threadId } = post;

  return commit(async (tx, announce) => {
    const { count } = await tx.post.updateMany({
      where: { id, asksToBeAcknowledged: false, deletedAt: null },
      data: { asksToBeAcknowledged: true },
    });
    if (count === 0) return done(null);
    const event = await announce({
      threadId,
      type: 'acknowledgement_requested',
      payload: { postId: id },
      actor,
      ...readersOf(post),
    });
    await notifyFollowers(tx, event, 'acknowledgement_asked');
    return done(null);
  });
}
