import { z } from 'zod';
import { db } from '#app/db/client.server.ts';
import { commit, oneAtATime } from '#app/db/commit.server.ts';
import type { Actor } from '../actor.ts';
import { notifyFollowers } from '../notification/notify.server.ts';
import { done, refuse, type Result } from '../result.ts';
import { mostAttachments } from './attachment.ts';
import { findPost, type PostPlace, readersOf } from './find-post.server.ts';
import { keepReferences } from './keep-references.server.ts';
import { mayEditPost } from './policy.ts';
import { postInput } from './post.ts';

/** The new words, what does not hang on the post any more, and the revision that they were made from. */
export const editPostSchema = postInput.pick({ body: true, language: true }).extend({
  revision: z.coerce.number().int().min(1),
  /** Ids of photos and files. */
  removed: z.array(z.uuid()).max(mostAttachments).optional(),
});

/**
 * Changes the words of a post, or takes files off it, and keeps the earlier ones: what was taken off stays in the history.
 * Its translations stay and count as made from an earlier version. A proposal that a government has answered keeps its
 * words.
 */
export async function editPost(
  actor: Actor,
  input: PostPlace & z.output<typeof editPostSchema>,
): Promise<Result<{ seq: number }>> {
  const post = await findPost(actor, input);
  if (!post) return refuse('not_found');
  if (!mayEditPost(actor, post)) return refuse('not_allowed');
  const { body, language } = input;
  const { id: postId, threadId } = post;
  const hanging = { postId, removedInRevision: null, id: { in: input.removed ?? [] } };
  const removes =
    (await db().photo.count({ where: hanging })) + (await db().postFile.count({ where: hanging }));
  const unchanged = post.body === body && post.language === language && removes === 0;
  if (post.decision?.closedAt || post.decision?.voices.some(({ choice }) => choice !== null))
    return refuse('decision_has_answers');
  // Pressed twice: the first one did it.
  if (unchanged)
    return post.revision === input.revision + 1 ? done({ seq: post.seq }) : refuse('nothing_changed');
  if (post.revision !== input.revision) return refuse('already_changed');
  const revision = post.revision + 1;

  return commit(async (tx, announce) => {
    await oneAtATime(tx, `post:${postId}`);
    const { count } = await tx.post.updateMany({
      where: { id: postId, revision: post.revision, deletedAt: null },
      data: { body, language, revision },
    });
    if (count === 0) return refuse('already_changed');
    const at = new Date();
    const first = { postId, revision: 1, language: post.language, body: post.body };
    const now = { postId, revision, language, body, accountId: actor.accountId, at };
    await tx.postRevision.createMany({
      data: [
        ...(post.revision === 1 ? [{ ...first, accountId: post.accountId, at: post.createdAt }] : []),
        now,
      ],
    });
    await tx.photo.updateMany({ where: hanging, data: { removedInRevision: revision } });
    await tx.postFile.updateMany({ where: hanging, data: { removedInRevision: revision } });
    await keepReferences(tx, postId, body);
    const event = await announce({
      threadId,
      type: 'post_edited',
      payload: { postId, revision, language },
      actor,
      at,
      ...readersOf(post),
    });
    await notifyFollowers(tx, event);
    return done({ seq: event.seq });
  });
}
