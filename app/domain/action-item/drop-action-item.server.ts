import type { z } from 'zod';
import { commit } from '#app/db/commit.server.ts';
import type { Actor } from '../actor.ts';
import { follow, notifyFollowers, notifyGovernments } from '../notification/notify.server.ts';
import { done, refuse, type Result } from '../result.ts';
import type { reasonSchema } from './action-item.ts';
import { findActionItemForStep } from './find-action-item-for-step.server.ts';
import { mayTakeStep, statesBefore } from './policy.ts';

/** The lead, the proposer's government or the secretariat ends it unfinished, and says why. */
export async function dropActionItem(
  actor: Actor,
  input: z.output<typeof reasonSchema> & { number: string },
): Promise<Result<{ seq: number }>> {
  const item = await findActionItemForStep(actor, input.number);
  if (!item) return refuse('not_found');
  if (!statesBefore('drop').includes(item.state)) return refuse('already_changed');
  if (!mayTakeStep('drop', actor, item)) return refuse('not_allowed');

  return commit(async (tx, announce) => {
    const { count } = await tx.actionItem.updateMany({
      where: { id: item.id, state: item.state },
      data: { state: 'dropped' },
    });
    if (count === 0) return refuse('already_changed');
    await follow(tx, item.threadId, actor.seatId);
    const reason = { text: input.text, language: input.language };
    const event = await announce({
      threadId: item.threadId,
      type: 'action_item_dropped',
      payload: { reason },
      actor,
    });
    const parties = item.commitments.map(({ governmentId }) => governmentId);
    await notifyGovernments(tx, event, parties, 'news_in_my_thread');
    await notifyFollowers(tx, event);
    return done({ seq: event.seq });
  });
}
