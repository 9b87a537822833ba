import { v7 as uuid } from 'uuid';
import type { Tx } from '#app/db/client.server.ts';
import { type Announce, commit } from '#app/db/commit.server.ts';
import type { Actor } from '../actor.ts';
import { statusesBefore } from '../incident/policy.ts';
import { follow, notifyFollowers } from '../notification/notify.server.ts';
import { done, refuse, type Result } from '../result.ts';
import { findActionItemForStep, type ItemForStep } from './find-action-item-for-step.server.ts';
import { mayTakeStep } from './policy.ts';
import { linkedThreadSelect, readersOfItem } from './readers-of-item.ts';

/**
 * A party of another government than the claiming one says that it is done. With `resolveIncidents` the incidents that
 * it answers to are resolved in the same transaction: those that the two governments answer for and whose readers may
 * know of the item.
 */
export async function confirmCompletion(
  actor: Actor,
  input: { number: string; resolveIncidents?: boolean },
): Promise<Result<{ seq: number }>> {
  const item = await findActionItemForStep(actor, input.number);
  if (!item) return refuse('not_found');
  if (item.state !== 'awaiting_confirmation') return refuse('already_changed');
  if (item.claimedByGovernmentId === actor.governmentId) return refuse('confirm_by_another');
  if (!mayTakeStep('confirm', actor, item)) return refuse('not_allowed');

  return commit(async (tx, announce) => {
    const { count } = await tx.actionItem.updateMany({
      where: {
        id: item.id,
        state: 'awaiting_confirmation',
        NOT: { claimedByGovernmentId: actor.governmentId },
      },
      data: { state: 'done', confirmedByGovernmentId: actor.governmentId, confirmedAt: new Date() },
    });
    if (count === 0) return refuse('already_changed');
    await follow(tx, item.threadId, actor.seatId);
    const event = await announce({
      threadId: item.threadId,
      type: 'completion_confirmed',
      payload: {},
      actor,
    });
    await notifyFollowers(tx, event);
    if (input.resolveIncidents) await resolveIncidents(tx, announce, item, actor);
    return done({ seq: event.seq });
  });
}

async function resolveIncidents(tx: Tx, announce: Announce, item: ItemForStep, actor: Actor): Promise<void> {
  const linked = await tx.incident.findMany({
    where: { actionItems: { some: { actionItemId: item.id } } },
    // Always in one order: two that lock the same threads must not wait for each other.
    orderBy: { threadId: 'asc' },
    select: {
      id: true,
      threadId: true,
      status: true,
      responsibleGovernmentId: true,
      thread: { select: linkedThreadSelect },
    },
  });
  const { tells } = readersOfItem(
    linked.map(({ thread }) => thread),
    item.commitments.map(({ governmentId }) => governmentId),
  );
  const responsible = [actor.governmentId, item.claimedByGovernmentId];
  for (const incident of linked) {
    if (!responsible.includes(incident.responsibleGovernmentId) || !tells(incident.thread)) continue;
    const { count } = await tx.incident.updateMany({
      where: { id: incident.id, status: { in: [...statusesBefore('resolve')] } },
      data: { status: 'resolved' },
    });
    if (count === 0) continue;
    const evidenceId = uuid();
    // The item's number and nothing more: its words and photos are for its own readers.
    await tx.evidence.create({
      data: { id: evidenceId, incidentId: incident.id, text: item.number, language: actor.language },
      select: { id: true },
    });
    const resolved = await announce({
      threadId: incident.threadId,
      type: 'incident_resolved',
      payload: { evidenceId },
      actor,
    });
    await notifyFollowers(tx, resolved);
  }
}
