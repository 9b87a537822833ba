import { commit, oneAtATime } from '#app/db/commit.server.ts';
import type { Actor } from '../actor.ts';
import { follow, notifyFollowers } from '../notification/notify.server.ts';
import { done, refuse, type Result } from '../result.ts';
import { agreeWhenCleared } from './agree-when-cleared.server.ts';
import { findActionItemForStep, type ItemForStep } from './find-action-item-for-step.server.ts';
import { hasPromised, mayTakeStep, promisedStates, statesBefore } from './policy.ts';

/**
 * A party promises its part in the wording that it has read. With the last acceptance and the last clearance that are
 * needed the item is agreed, in the same transaction.
 */
export async function acceptCommitment(
  actor: Actor,
  input: { number: string; revision: number },
): Promise<Result<{ seq: number; agreed: boolean }>> {
  const item = await findActionItemForStep(actor, input.number);
  if (!item) return refuse('not_found');
  if (item.revision !== input.revision || !statesBefore('accept').includes(item.state))
    return refuse('already_changed');
  if (!mayTakeStep('accept', actor, item))
    return refuse(hasAnswered(actor, item) ? 'already_changed' : 'not_allowed');

  return commit(async (tx, announce) => {
    await oneAtATime(tx, `action-item:${item.id}`);
    const { count } = await tx.commitment.updateMany({
      where: {
        actionItemId: item.id,
        governmentId: actor.governmentId,
        state: { notIn: [...promisedStates] },
        actionItem: { revision: input.revision, state: { in: [...statesBefore('accept')] } },
      },
      data: {
        state: 'accepted',
        answeredRevision: input.revision,
        answeredAt: new Date(),
        answeredBySeatId: actor.seatId,
        reason: null,
        reasonLanguage: null,
      },
    });
    if (count === 0) return refuse('already_changed');
    await follow(tx, item.threadId, actor.seatId);
    const accepted = await announce({
      threadId: item.threadId,
      type: 'commitment_accepted',
      payload: {},
      actor,
    });

    // One thing happened to the reader: it is agreed. The acceptance before it stays in the thread, unannounced.
    const agreed = await agreeWhenCleared(tx, announce, item, actor);
    if (!agreed) await notifyFollowers(tx, accepted);
    return done({ seq: agreed?.seq ?? accepted.seq, agreed: agreed !== null });
  });
}

function hasAnswered(actor: Actor, { commitments }: ItemForStep): boolean {
  return commitments.some((party) => party.governmentId === actor.governmentId && hasPromised(party));
}
