import { commit, oneAtATime } from '#app/db/commit.server.ts';
import type { Actor } from '../actor.ts';
import type { NewEvent } from '../event.ts';
import { follow, notifyFollowers } from '../notification/notify.server.ts';
import { done, refuse, type Result } from '../result.ts';
import { agreeWhenCleared } from './agree-when-cleared.server.ts';
import { isCleared, isInTurn, isPassed, presentSteps, type RecordClearanceInput } from './clearance.ts';
import { findActionItemForStep } from './find-action-item-for-step.server.ts';
import { hashWording } from './hash-wording.server.ts';
import { clearedStates, mayRecordClearance } from './policy.ts';

/**
 * A government puts down how a step of its own ladder stands. What is granted is granted for the present words in all
 * languages. With the last step that is needed the item is agreed; a step that is no longer granted takes that back.
 */
export async function recordClearance(
  actor: Actor,
  { wordingHash: read, ...input }: RecordClearanceInput & { number: string; stepId: string },
): Promise<Result<{ seq: number }>> {
  const item = await findActionItemForStep(actor, input.number);
  const own = item?.commitments.find(({ governmentId }) => governmentId === actor.governmentId);
  if (!item || !own) return refuse('not_found');
  if (!mayRecordClearance(actor, actor.governmentId, item)) return refuse('not_allowed');

  return commit(async (tx, announce) => {
    await oneAtATime(tx, `action-item:${item.id}`);
    const wordingHash = await hashWording(item.id, tx);
    const steps = await tx.clearanceStep.findMany({
      ...presentSteps,
      where: {
        ...presentSteps.where,
        commitment: { actionItemId: item.id, governmentId: actor.governmentId },
      },
      select: {
        id: true,
        position: true,
        state: true,
        authorityKo: true,
        authorityZh: true,
        authorityEn: true,
      },
    });
    const step = steps.find(({ id }) => id === input.stepId);
    const present = await tx.actionItem.findUniqueOrThrow({
      where: { id: item.id },
      select: { state: true },
    });
    // Another round has begun, other words stand there, or the work has ended meanwhile.
    if (!step || wordingHash !== read || !mayRecordClearance(actor, actor.governmentId, present))
      return refuse('already_changed');
    if (!isInTurn(steps, step.position)) return refuse('clearance_out_of_turn');

    const { state, documentNumber, note, askedOn, expectedOn, answeredOn } = input;
    const answered = state !== 'waiting';
    await tx.clearanceStep.update({
      where: { id: step.id },
      data: {
        state,
        documentNumber: documentNumber ?? null,
        note: note ?? null,
        askedOn: askedOn ?? null,
        expectedOn: expectedOn ?? null,
        answeredOn: answered ? (answeredOn ?? today(new Date())) : null,
        wordingHash: state === 'granted' ? wordingHash : null,
      },
      select: { id: true },
    });
    if (isPassed(step) && !isPassed({ state })) {
      await tx.actionItem.updateMany({
        where: { id: item.id, state: { in: [...clearedStates] } },
        data: { state: 'proposed' },
      });
    }
    await follow(tx, item.threadId, actor.seatId);
    const authority = { ko: step.authorityKo, zh: step.authorityZh, en: step.authorityEn };
    const payload = { authority, step: step.position + 1, of: steps.length };
    const recorded = await announce({ threadId: item.threadId, type: types[state], payload, actor });
    const now = steps.map((one) => (one.id === step.id ? { state } : one));
    const cleared = !isCleared(steps) && isCleared(now);
    const event = cleared
      ? await announce({ threadId: item.threadId, type: 'clearance_completed', payload: {}, actor })
      : recorded;
    const agreed = await agreeWhenCleared(tx, announce, item, actor);
    if (!agreed) await notifyFollowers(tx, event);
    return done({ seq: agreed?.seq ?? event.seq });
  });
}

const types = {
  waiting: 'clearance_asked',
  granted: 'clearance_granted',
  returned: 'clearance_returned',
  not_needed: 'clearance_waived',
} as const satisfies Record<RecordClearanceInput['state'], NewEvent['type']>;

/** The day by Korea's calendar, as the database keeps all-day dates. */
function today(now: Date): Date {
  return new Date(new Date(now.getTime() + 9 * 3_600_000).toISOString().slice(0, 10));
}
