import { v7 as uuid } from 'uuid';
import { commit, oneAtATime } from '#app/db/commit.server.ts';
import type { Actor } from '../actor.ts';
import { follow, notifyFollowers } from '../notification/notify.server.ts';
import { done, refuse, type Result } from '../result.ts';
import type { MilestoneInput } from './action-item.ts';
import { findActionItemForStep } from './find-action-item-for-step.server.ts';
import { mayPlan, statesBefore } from './policy.ts';

const mostMilestones = 30;

/** A party adds a piece of the work with its weight. The same client key adds one. */
export async function addMilestone(
  actor: Actor,
  { number, clientKey, ...milestone }: MilestoneInput & { number: string },
): Promise<Result<{ id: string }>> {
  const item = await findActionItemForStep(actor, number);
  if (!item) return refuse('not_found');
  if (!statesBefore('edit').includes(item.state)) return refuse('already_changed');
  if (!mayPlan(actor, item)) return refuse('not_allowed');

  return commit(async (tx, announce) => {
    await oneAtATime(tx, `action-item:${item.id}`);
    const same = clientKey && (await tx.milestone.findUnique({ where: { clientKey }, select: { id: true } }));
    if (same) return done({ id: same.id });
    const position = await tx.milestone.count({ where: { actionItemId: item.id } });
    if (position >= mostMilestones) return refuse('too_many_milestones');
    const id = uuid();
    await tx.milestone.create({
      data: {
        ...milestone,
        id,
        actionItemId: item.id,
        position,
        dueOn: milestone.dueOn ?? null,
        clientKey: clientKey ?? null,
      },
      select: { id: true },
    });
    await follow(tx, item.threadId, actor.seatId);
    const { text, language } = milestone;
    const payload = { milestone: { text, language } };
    const event = await announce({ threadId: item.threadId, type: 'milestone_added', payload, actor });
    await notifyFollowers(tx, event);
    return done({ id });
  });
}
