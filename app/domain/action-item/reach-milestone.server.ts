import { commit } from '#app/db/commit.server.ts';
import type { Actor } from '../actor.ts';
import { follow, notifyFollowers } from '../notification/notify.server.ts';
import { done, refuse, type Result } from '../result.ts';
import { findActionItemForStep } from './find-action-item-for-step.server.ts';
import { mayPlan } from './policy.ts';

/** A party says that a piece of the work is done, or takes that back, while it is under way. */
export async function reachMilestone(
  actor: Actor,
  { number, milestoneId, reached }: { number: string; milestoneId: string; reached: boolean },
): Promise<Result<{ seq: number }>> {
  const item = await findActionItemForStep(actor, number);
  if (!item) return refuse('not_found');
  if (item.state !== 'underway') return refuse('already_changed');
  if (!mayPlan(actor, item)) return refuse('not_allowed');

  return commit(async (tx, announce) => {
    const where = { id: milestoneId, actionItemId: item.id, reachedAt: reached ? null : { not: null } };
    const { count } = await tx.milestone.updateMany({
      where: { ...where, actionItem: { state: 'underway' } },
      data: reached
        ? { reachedAt: new Date(), reachedGovernmentId: actor.governmentId }
        : { reachedAt: null, reachedGovernmentId: null },
    });
    if (count === 0) return refuse('already_changed');
    const { text, language } = await tx.milestone.findUniqueOrThrow({
      where: { id: milestoneId },
      select: { text: true, language: true },
    });
    await follow(tx, item.threadId, actor.seatId);
    const event = await announce({
      threadId: item.threadId,
      type: reached ? 'milestone_reached' : 'milestone_reopened',
      payload: { milestone: { text, language } },
      actor,
    });
    await notifyFollowers(tx, event);
    return done({ seq: event.seq });
  });
}
