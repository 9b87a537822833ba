import type { z } from 'zod';
import { commit, oneAtATime } from '#app/db/commit.server.ts';
import type { Actor } from '../actor.ts';
import { notifyFollowers } from '../notification/notify.server.ts';
import { done, refuse, type Result } from '../result.ts';
import { findPost, type PostPlace } from '../thread/find-post.server.ts';
import type { closeDecisionSchema } from './decision.ts';
import { mayClose } from './policy.ts';

/**
 * Who proposed it ends the answering and says what came of it. What closed by itself at its deadline gets its outcome
 * this way, too; an outcome is said once.
 */
export async function closeDecision(
  actor: Actor,
  input: PostPlace & z.output<typeof closeDecisionSchema>,
): Promise<Result<{ seq: number }>> {
  const post = await findPost(actor, input);
  if (!post?.decision) return refuse('not_found');
  const { decision, id: postId, threadId } = post;
  if (!mayClose(actor, decision)) return refuse('not_allowed');
  const outcome = input.outcome === '' ? undefined : { text: input.outcome, language: input.language };

  return commit(async (tx, announce) => {
    await oneAtATime(tx, `decision:${decision.id}`);
    const now = await tx.decision.findUniqueOrThrow({
      where: { id: decision.id },
      select: { closedAt: true, outcome: true },
    });
    if (now.closedAt && (now.outcome !== null || !outcome)) return refuse('already_changed');
    const at = new Date();
    await tx.decision.update({
      where: { id: decision.id },
      data: {
        closedAt: now.closedAt ?? at,
        outcome: outcome?.text ?? null,
        outcomeLanguage: outcome?.language ?? null,
      },
      select: { id: true },
    });
    const event =
      now.closedAt && outcome
        ? await announce({ threadId, type: 'outcome_stated', payload: { postId, outcome }, actor, at })
        : await announce({
            threadId,
            type: 'decision_closed',
            payload: { postId, ...(outcome && { outcome }) },
            actor,
            at,
          });
    await notifyFollowers(tx, event);
    return done({ seq: event.seq });
  });
}
