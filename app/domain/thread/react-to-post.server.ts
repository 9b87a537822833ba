import { z } from 'zod';
import { commit, oneAtATime } from '#app/db/commit.server.ts';
import { Reaction } from '#prisma/generated/enums.ts';
import type { Actor } from '../actor.ts';
import { done, refuse, type Result } from '../result.ts';
import { findPost, type PostPlace, readersOf } from './find-post.server.ts';
import { mayAcknowledge } from './policy.ts';

/** Which short answer, given or taken back. */
export const reactSchema = z.object({
  reaction: z.enum(Reaction),
  on: z.enum(['true', 'false']).transform((value) => value === 'true'),
});

/** The seat answers a post in short, or takes that back. Nobody is told: it shows where the post is. */
export async function reactToPost(
  actor: Actor,
  { threadId, seq, reaction, on }: PostPlace & z.output<typeof reactSchema>,
): Promise<Result<null>> {
  const post = await findPost(actor, { threadId, seq });
  if (!post) return refuse('not_found');
  if (!mayAcknowledge(actor, post)) return refuse('not_allowed');
  const postId = post.id;
  const { seatId } = actor;

  return commit(async (tx, announce) => {
    await oneAtATime(tx, `post:${postId}`);
    const key = { postId_seatId_reaction: { postId, seatId, reaction } };
    const given = await tx.postReaction.findUnique({ where: key, select: { seq: true } });
    if ((given !== null) === on) return done(null);
    const event = await announce({
      threadId,
      type: 'reaction_changed',
      payload: { postId, seatId, reaction, on },
      actor,
      ...readersOf(post),
    });
    if (on) {
      await tx.postReaction.create({
        data: { postId, seatId, reaction, seq: event.seq },
        select: { seq: true },
      });
    } else {
      await tx.postReaction.delete({ where: key, select: { seq: true } });
    }
    return done(null);
  });
}
