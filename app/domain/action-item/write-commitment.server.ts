import { commit, oneAtATime } from '#app/db/commit.server.ts';
import type { Actor } from '../actor.ts';
import { follow, notifyFollowers, notifyGovernments } from '../notification/notify.server.ts';
import { done, refuse, type Result } from '../result.ts';
import type { WriteCommitmentInput } from './action-item.ts';
import { findActionItemForStep } from './find-action-item-for-step.server.ts';
import { keepToWording } from './keep-to-wording.server.ts';
import { mayTakeStep, statesBefore } from './policy.ts';
import { renewWording } from './renew-wording.server.ts';
import { restartLadder } from './start-ladder.server.ts';

/**
 * A party says in its own words what it promises itself, how binding that is and by when. Others have accepted the
 * whole, so everybody answers anew; another grade has another ladder.
 */
export async function writeCommitment(
  actor: Actor,
  input: WriteCommitmentInput & { number: string },
): Promise<Result<{ seq: number; revision: number }>> {
  const item = await findActionItemForStep(actor, input.number);
  if (!item) return refuse('not_found');
  if (item.revision !== input.revision || !statesBefore('write').includes(item.state))
    return refuse('already_changed');
  if (!mayTakeStep('write', actor, item)) return refuse('not_allowed');

  return commit(async (tx, announce) => {
    await oneAtATime(tx, `action-item:${item.id}`);
    const revision = await renewWording(tx, item, { title: true, text: true }, {});
    if (revision === null) return refuse('already_changed');
    const { governmentId } = actor;
    const before = await tx.commitment.findUniqueOrThrow({
      where: { actionItemId_governmentId: { actionItemId: item.id, governmentId } },
      select: { id: true, text: true, grade: true },
    });
    const { text, language, grade, dueOn } = input;
    await tx.commitment.update({
      where: { id: before.id },
      data: { text, language, grade, dueOn: dueOn ?? null },
      select: { id: true },
    });
    if (text !== before.text) {
      await tx.translation.updateMany({
        where: { subject: 'commitment', subjectId: before.id, revision },
        data: { revision: item.revision },
      });
    }
    await follow(tx, item.threadId, actor.seatId);
    const written = await announce({
      threadId: item.threadId,
      type: 'commitment_written',
      payload: { revision },
      actor,
    });
    const others = item.commitments.flatMap((one) =>
      one.governmentId === governmentId ? [] : [one.governmentId],
    );
    await notifyGovernments(tx, written, others, 'waits_for_us');
    await notifyFollowers(tx, written);
    if (grade !== before.grade) await restartLadder(tx, { id: before.id, governmentId, grade });
    await keepToWording(tx, announce, { ...item, revision }, actor);
    return done({ seq: written.seq, revision });
  });
}
