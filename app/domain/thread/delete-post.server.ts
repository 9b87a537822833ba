import { commit, oneAtATime } from '#app/db/commit.server.ts';
import type { Actor } from '../actor.ts';
import { done, refuse, type Result } from '../result.ts';
import { findPost, type PostPlace, readersOf } from './find-post.server.ts';
import { mayDeletePost } from './policy.ts';
import { dropAttachments } from './take-attachments.server.ts';

/**
 * Takes the words of a post away for good: its text, its earlier versions, its translations and its files. The
 * number stays, with
 * who deleted it. A proposal is closed instead.
 */
export async function deletePost(actor: Actor, place: PostPlace): Promise<Result<{ seq: number }>> {
  const post = await findPost(actor, place);
  if (!post) return refuse('not_found');
  if (!mayDeletePost(actor, post)) return refuse('not_allowed');
  if (post.decision) return refuse('close_decision_instead');
  const { id, threadId } = post;

  return commit(async (tx, announce) => {
    await oneAtATime(tx, `post:${id}`);
    const { count } = await tx.post.updateMany({
      where: { id, deletedAt: null },
      data: { deletedAt: new Date(), body: '', asksToBeAcknowledged: false },
    });
    if (count === 0) return refuse('already_changed');
    await tx.postRevision.deleteMany({ where: { postId: id } });
    await tx.postReference.deleteMany({ where: { postId: id } });
    await tx.acknowledgement.deleteMany({ where: { postId: id } });
    await tx.postReaction.deleteMany({ where: { postId: id } });
    await dropAttachments(tx, id);
    await tx.translation.deleteMany({ where: { subject: 'post', subjectId: id } });
    const { seq } = await announce({
      threadId,
      type: 'post_deleted',
      payload: { postId: id },
      actor,
      ...readersOf(post),
    });
    return done({ seq });
  });
}
