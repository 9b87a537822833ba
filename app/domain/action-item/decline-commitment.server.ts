import type { z } from 'zod';
import { commit, oneAtATime } from '#app/db/commit.server.ts';
import type { Actor } from '../actor.ts';
import { follow, notifyFollowers, notifyGovernments } from '../notification/notify.server.ts';
import { done, refuse, type Result } from '../result.ts';
import type { declineSchema } from './action-item.ts';
import { findActionItemForStep } from './find-action-item-for-step.server.ts';
import { mayTakeStep, statesBefore } from './policy.ts';

/** A party says no to this wording, and why; an earlier yes may be taken back until it is agreed. */
export async function declineCommitment(
  actor: Actor,
  input: z.output<typeof declineSchema> & { number: string },
): Promise<Result<{ seq: number }>> {
  const item = await findActionItemForStep(actor, input.number);
  if (!item) return refuse('not_found');
  if (item.revision !== input.revision || !statesBefore('decline').includes(item.state))
    return refuse('already_changed');
  if (!mayTakeStep('decline', actor, item)) return refuse('not_allowed');

  return commit(async (tx, announce) => {
    await oneAtATime(tx, `action-item:${item.id}`);
    const { count } = await tx.commitment.updateMany({
      where: {
        actionItemId: item.id,
        governmentId: actor.governmentId,
        state: { not: 'declined' },
        actionItem: { revision: input.revision, state: { in: [...statesBefore('decline')] } },
      },
      data: {
        state: 'declined',
        answeredRevision: input.revision,
        answeredAt: new Date(),
        answeredBySeatId: actor.seatId,
      },
    });
    if (count === 0) return refuse('already_changed');
    await follow(tx, item.threadId, actor.seatId);
    const reason = { text: input.text, language: input.language };
    const event = await announce({
      threadId: item.threadId,
      type: 'commitment_declined',
      payload: { reason },
      actor,
    });
    // The wording has to change now, or the item ends: that is the proposer's turn.
    await notifyGovernments(tx, event, [item.proposerSeat.governmentId], 'waits_for_us');
    await notifyFollowers(tx, event);
    return done({ seq: event.seq });
  });
}
