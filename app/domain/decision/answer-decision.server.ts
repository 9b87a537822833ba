import type { z } from 'zod';
import { commit, oneAtATime } from '#app/db/commit.server.ts';
import type { Actor } from '../actor.ts';
import { follow, notifyFollowers } from '../notification/notify.server.ts';
import { done, refuse, type Result } from '../result.ts';
import { findPost, type PostPlace } from '../thread/find-post.server.ts';
import { type answerDecisionSchema, optionCount } from './decision.ts';
import { isOpen, mayAnswer } from './policy.ts';

/** A government says where it stands, or changes its word while the proposal is open. Each has one voice. */
export async function answerDecision(
  actor: Actor,
  input: PostPlace & z.output<typeof answerDecisionSchema>,
): Promise<Result<{ seq: number }>> {
  const post = await findPost(actor, input);
  if (!post?.decision) return refuse('not_found');
  const { decision, id: postId, threadId } = post;
  const governmentIds = decision.voices.map(({ governmentId }) => governmentId);
  if (!isOpen(decision, new Date())) return refuse('decision_closed');
  if (!mayAnswer(actor, { ...decision, governmentIds }, new Date())) return refuse('not_allowed');
  const { choice, language } = input;
  if (choice >= optionCount(decision)) return refuse('not_found');
  const reason = input.reason === '' ? undefined : { text: input.reason, language };
  const { accountId, seatId, governmentId } = actor;

  return commit(async (tx, announce) => {
    await oneAtATime(tx, `decision:${decision.id}`);
    const key = { decisionId_governmentId: { decisionId: decision.id, governmentId } };
    const { decision: now, ...given } = await tx.decisionVoice.findUniqueOrThrow({
      where: key,
      select: {
        choice: true,
        reason: true,
        seq: true,
        decision: { select: { closedAt: true, deadline: true } },
      },
    });
    const at = new Date();
    if (!isOpen(now, at)) return refuse('decision_closed');
    if (given.seq !== null && given.choice === choice && given.reason === (reason?.text ?? null))
      return done({ seq: given.seq });
    const event = await announce({
      threadId,
      type: 'decision_answered',
      payload: { postId, choice, ...(reason && { reason }) },
      actor,
      at,
    });
    const { seq } = event;
    await tx.decisionVoice.update({
      where: key,
      data: {
        choice,
        reason: reason?.text ?? null,
        reasonLanguage: reason?.language ?? null,
        seatId,
        accountId,
        seq,
        at,
      },
      select: { choice: true },
    });
    await follow(tx, threadId, seatId);
    await notifyFollowers(tx, event);
    return done({ seq });
  });
}
