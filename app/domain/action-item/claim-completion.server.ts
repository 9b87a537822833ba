import { v7 as uuid } from 'uuid';
import { commit } from '#app/db/commit.server.ts';
import type { Actor } from '../actor.ts';
import { follow, notifyFollowers, notifyGovernments } from '../notification/notify.server.ts';
import { waitingPhoto } from '../incident/photo.ts';
import { done, refuse, type Result } from '../result.ts';
import type { ClaimInput } from './action-item.ts';
import { findActionItemForStep } from './find-action-item-for-step.server.ts';
import { mayTakeStep } from './policy.ts';

/** The lead says that it is done and shows why: words, photos of its own, collected amounts. */
export async function claimCompletion(
  actor: Actor,
  input: ClaimInput & { number: string },
): Promise<Result<{ seq: number }>> {
  const item = await findActionItemForStep(actor, input.number);
  if (!item) return refuse('not_found');
  if (item.state !== 'underway') return refuse('already_changed');
  if (!mayTakeStep('claim', actor, item)) return refuse('not_allowed');
  if (input.text === '' && input.photoIds.length === 0 && input.amounts.length === 0)
    return refuse('evidence_needed');

  return commit(async (tx, announce) => {
    const unattached = { accountId: actor.accountId, ...waitingPhoto };
    const photos = await tx.photo.count({ where: { id: { in: input.photoIds }, ...unattached } });
    if (photos !== new Set(input.photoIds).size) return refuse('photo_not_readable');
    const { count } = await tx.actionItem.updateMany({
      where: { id: item.id, state: 'underway', revision: item.revision },
      data: {
        state: 'awaiting_confirmation',
        claimedByGovernmentId: actor.governmentId,
        claimedAt: new Date(),
      },
    });
    if (count === 0) return refuse('already_changed');
    const evidence = await tx.evidence.create({
      data: {
        id: uuid(),
        actionItemId: item.id,
        text: input.text,
        language: input.language,
        beforeAfter: input.beforeAfter === true && input.photoIds.length >= 2,
        slipNumber: input.slipNumber ?? null,
        disposalSite: input.disposalSite ?? null,
        disposedOn: input.disposedOn ?? null,
        amounts: { create: input.amounts.map((amount, position) => ({ id: uuid(), position, ...amount })) },
      },
      select: { id: true },
    });
    for (const [position, id] of input.photoIds.entries()) {
      await tx.photo.update({ where: { id, ...unattached }, data: { evidenceId: evidence.id, position } });
    }
    await follow(tx, item.threadId, actor.seatId);
    const payload = { evidenceId: evidence.id };
    const event = await announce({ threadId: item.threadId, type: 'completion_claimed', payload, actor });
    const others = item.commitments
      .filter(({ governmentId, state }) => state === 'accepted' && governmentId !== actor.governmentId)
      .map(({ governmentId }) => governmentId);
    await notifyGovernments(tx, event, others, 'waits_for_us');
    await notifyFollowers(tx, event);
    return done({ seq: event.seq });
  });
}
