import { z } from 'zod';
import { commit, oneAtATime } from '#app/db/commit.server.ts';
import type { Actor } from '../actor.ts';
import { notifySeats } from '../notification/notify.server.ts';
import { done, refuse, type Result } from '../result.ts';
import { findPost, type PostPlace, readersOf } from './find-post.server.ts';
import { mayAcknowledge } from './policy.ts';

/** The revision that was read. */
export const acknowledgeSchema = z.object({ revision: z.coerce.number().int().min(1) });

/** The seat says that it has read this revision of a post. Saying it again changes nothing. */
export async function acknowledgePost(
  actor: Actor,
  input: PostPlace & z.output<typeof acknowledgeSchema>,
): Promise<Result<{ seq: number }>> {
  const post = await findPost(actor, input);
  if (!post) return refuse('not_found');
  if (!mayAcknowledge(actor, post)) return refuse('not_allowed');
  if (post.revision !== input.revision) return refuse('already_changed');
  const { id: postId, revision, threadId } = post;
  const { accountId, seatId } = actor;

  return commit(async (tx, announce) => {
    await oneAtATime(tx, `post:${postId}`);
    const key = { postId_seatId: { postId, seatId } };
    const said = await tx.acknowledgement.findUnique({ where: key, select: { revision: true, seq: true } });
    if (said && said.revision >= revision) return done({ seq: said.seq });
    const at = new Date();
    const event = await announce({
      threadId,
      type: 'post_acknowledged',
      payload: { postId, revision, seatId },
      actor,
      at,
      ...readersOf(post),
    });
    const { seq } = event;
    await tx.acknowledgement.upsert({
      where: key,
      create: { postId, seatId, accountId, revision, seq, at },
      update: { accountId, revision, seq, at },
      select: { seq: true },
    });
    if (post.asksToBeAcknowledged) await notifySeats(tx, event, [post.seatId], 'news_in_my_thread');
    return done({ seq });
  });
}
