import { commit, oneAtATime } from '#app/db/commit.server.ts';
import type { Actor } from '../actor.ts';
import { notifyFollowers, notifyGovernments } from '../notification/notify.server.ts';
import { done, refuse, type Result } from '../result.ts';
import { findIncidentForStep } from './find-incident.server.ts';
import type { ReasonInput } from './incident.ts';
import { mayTake, statusesBefore } from './policy.ts';
import { tellOriginal } from './tell-original.server.ts';

/** Takes a closed incident up again: it waits for the responsible government as on its first day. */
export async function reopenIncident(
  actor: Actor,
  { number, text, language }: ReasonInput & { number: string },
): Promise<Result<{ seq: number }>> {
  const incident = await findIncidentForStep(actor, number);
  if (!incident) return refuse('not_found');
  if (!statusesBefore('reopen').includes(incident.status)) return refuse('already_changed');
  if (!mayTake('reopen', actor, incident)) return refuse('not_allowed');

  return commit(async (tx, announce) => {
    // It parts from what it repeated; that may change until the lock is held.
    if (incident.status === 'duplicate') await oneAtATime(tx, 'duplicates');
    const { duplicateOfId } = await tx.incident.findUniqueOrThrow({
      where: { id: incident.id },
      select: { duplicateOfId: true },
    });
    const { count } = await tx.incident.updateMany({
      where: { id: incident.id, status: incident.status },
      data: { status: 'reported', duplicateOfId: null },
    });
    if (count === 0) return refuse('already_changed');
    const payload = { reason: { text, language } };
    const event = await announce({ threadId: incident.threadId, type: 'incident_reopened', payload, actor });
    await notifyGovernments(tx, event, [incident.responsibleGovernmentId], 'waits_for_us');
    await notifyFollowers(tx, event);
    if (duplicateOfId) {
      const parted = {
        type: 'duplicate_parted',
        originalId: duplicateOfId,
        duplicateId: incident.id,
      } as const;
      await tellOriginal(tx, announce, actor, parted);
    }
    return done({ seq: event.seq });
  });
}
