import type { z } from 'zod';
import { commit } from '#app/db/commit.server.ts';
import type { Actor } from '../actor.ts';
import { follow, notifyFollowers, notifyGovernments } from '../notification/notify.server.ts';
import { done, refuse, type Result } from '../result.ts';
import type { reasonSchema } from './action-item.ts';
import { findActionItemForStep } from './find-action-item-for-step.server.ts';
import { mayTakeStep } from './policy.ts';

/** A party of another government says what is still missing; the work goes on. The evidence stays. */
export async function disputeCompletion(
  actor: Actor,
  input: z.output<typeof reasonSchema> & { number: string },
): Promise<Result<{ seq: number }>> {
  const item = await findActionItemForStep(actor, input.number);
  if (!item) return refuse('not_found');
  if (item.state !== 'awaiting_confirmation') return refuse('already_changed');
  if (item.claimedByGovernmentId === actor.governmentId) return refuse('confirm_by_another');
  if (!mayTakeStep('dispute', actor, item)) return refuse('not_allowed');

  return commit(async (tx, announce) => {
    const { count } = await tx.actionItem.updateMany({
      where: {
        id: item.id,
        state: 'awaiting_confirmation',
        NOT: { claimedByGovernmentId: actor.governmentId },
      },
      data: { state: 'underway', claimedByGovernmentId: null, claimedAt: null },
    });
    if (count === 0) return refuse('already_changed');
    await follow(tx, item.threadId, actor.seatId);
    const reason = { text: input.text, language: input.language };
    const event = await announce({
      threadId: item.threadId,
      type: 'completion_disputed',
      payload: { reason },
      actor,
    });
    const leads = item.commitments
      .filter(({ role }) => role === 'lead')
      .map(({ governmentId }) => governmentId);
    await notifyGovernments(tx, event, leads, 'waits_for_us');
    await notifyFollowers(tx, event);
    return done({ seq: event.seq });
  });
}
