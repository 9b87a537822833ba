import { commit, oneAtATime } from '#app/db/commit.server.ts';
import type { Actor } from '../actor.ts';
import { follow, notifyFollowers, notifyGovernments } from '../notification/notify.server.ts';
import { done, refuse, type Result } from '../result.ts';
import type { EditInput } from './action-item.ts';
import { findActionItemForStep } from './find-action-item-for-step.server.ts';
import { keepToWording } from './keep-to-wording.server.ts';
import { mayAnswer, mayTakeStep, statesBefore } from './policy.ts';
import { renewWording } from './renew-wording.server.ts';

/**
 * New words or another date: every answer was to the old ones, so the item is a proposal again and everybody answers
 * anew, and ladders with a granted step begin anew. Whoever edits has answered for the own government, where the role
 * suffices.
 */
export async function editWording(
  actor: Actor,
  input: EditInput & { number: string },
): Promise<Result<{ seq: number; revision: number }>> {
  const item = await findActionItemForStep(actor, input.number);
  if (!item) return refuse('not_found');
  if (item.revision !== input.revision || !statesBefore('edit').includes(item.state))
    return refuse('already_changed');
  if (!mayTakeStep('edit', actor, item)) return refuse('not_allowed');

  return commit(async (tx, announce) => {
    await oneAtATime(tx, `action-item:${item.id}`);
    const { title, text } = await tx.actionItem.findUniqueOrThrow({
      where: { id: item.id },
      select: { title: true, text: true },
    });
    const stays = { title: title === input.title, text: text === input.text };
    const words = { title: input.title, text: input.text, dueOn: input.dueOn ?? null };
    const revision = await renewWording(tx, item, stays, words);
    if (revision === null) return refuse('already_changed');
    await follow(tx, item.threadId, actor.seatId);
    const changed = await announce({
      threadId: item.threadId,
      type: 'wording_changed',
      payload: { revision },
      actor,
    });
    const others = item.commitments
      .map(({ governmentId }) => governmentId)
      .filter((governmentId) => governmentId !== actor.governmentId);
    await notifyGovernments(tx, changed, others, 'waits_for_us');
    await notifyFollowers(tx, changed);
    await keepToWording(tx, announce, { ...item, revision }, actor);
    const own = item.commitments.find(({ governmentId }) => governmentId === actor.governmentId);
    if (!own || !mayAnswer(actor, own.grade)) return done({ seq: changed.seq, revision });

    await tx.commitment.update({
      where: { actionItemId_governmentId: { actionItemId: item.id, governmentId: actor.governmentId } },
      data: {
        state: 'accepted',
        answeredRevision: revision,
        answeredAt: new Date(),
        answeredBySeatId: actor.seatId,
      },
    });
    const accepted = await announce({
      threadId: item.threadId,
      type: 'commitment_accepted',
      payload: {},
      actor,
    });
    return done({ seq: accepted.seq, revision });
  });
}
