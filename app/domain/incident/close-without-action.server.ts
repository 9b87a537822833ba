import { commit } from '#app/db/commit.server.ts';
import type { Actor } from '../actor.ts';
import { notifyFollowers, notifyGovernments } from '../notification/notify.server.ts';
import { done, refuse, type Result } from '../result.ts';
import { findIncidentForStep } from './find-incident.server.ts';
import type { ReasonInput } from './incident.ts';
import { mayTake, statusesBefore } from './policy.ts';

/** The responsible government says why nothing has to be done. */
export async function closeWithoutAction(
  actor: Actor,
  { number, text, language }: ReasonInput & { number: string },
): Promise<Result<{ seq: number }>> {
  const incident = await findIncidentForStep(actor, number);
  if (!incident) return refuse('not_found');
  if (!statusesBefore('close_without_action').includes(incident.status)) return refuse('already_changed');
  if (!mayTake('close_without_action', actor, incident)) return refuse('not_allowed');

  return commit(async (tx, announce) => {
    const { count } = await tx.incident.updateMany({
      where: { id: incident.id, status: incident.status },
      data: { status: 'no_action' },
    });
    if (count === 0) return refuse('already_changed');
    const payload = { reason: { text, language } };
    const event = await announce({
      threadId: incident.threadId,
      type: 'incident_closed_without_action',
      payload,
      actor,
    });
    await notifyFollowers(tx, event);
    await notifyGovernments(tx, event, [incident.reporterGovernmentId], 'news_in_my_thread');
    return done({ seq: event.seq });
  });
}
