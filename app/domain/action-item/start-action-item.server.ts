import { commit } from '#app/db/commit.server.ts';
import type { Actor } from '../actor.ts';
import { follow, notifyFollowers } from '../notification/notify.server.ts';
import { done, refuse, type Result } from '../result.ts';
import { findActionItemForStep } from './find-action-item-for-step.server.ts';
import { mayTakeStep } from './policy.ts';

/** The lead says that the work has begun. */
export async function startActionItem(
  actor: Actor,
  input: { number: string },
): Promise<Result<{ seq: number }>> {
  const item = await findActionItemForStep(actor, input.number);
  if (!item) return refuse('not_found');
  if (item.state !== 'agreed') return refuse('already_changed');
  if (!mayTakeStep('start', actor, item)) return refuse('not_allowed');

  return commit(async (tx, announce) => {
    const { count } = await tx.actionItem.updateMany({
      where: { id: item.id, state: 'agreed', revision: item.revision },
      data: { state: 'underway' },
    });
    if (count === 0) return refuse('already_changed');
    await follow(tx, item.threadId, actor.seatId);
    const event = await announce({
      threadId: item.threadId,
      type: 'action_item_started',
      payload: {},
      actor,
    });
    await notifyFollowers(tx, event);
    return done({ seq: event.seq });
  });
}
