import { commit } from '#app/db/commit.server.ts';
import type { Actor } from '../actor.ts';
import { notifyFollowers } from '../notification/notify.server.ts';
import { done, refuse, type Result } from '../result.ts';
import { findIncidentForStep } from './find-incident.server.ts';
import { mayTake } from './policy.ts';

/** The responsible government says that the incident is there. */
export async function confirmIncident(
  actor: Actor,
  input: { number: string },
): Promise<Result<{ seq: number }>> {
  const incident = await findIncidentForStep(actor, input.number);
  if (!incident) return refuse('not_found');
  if (incident.status !== 'reported') return refuse('already_changed');
  if (!mayTake('confirm', actor, incident)) return refuse('not_allowed');

  return commit(async (tx, announce) => {
    const { count } = await tx.incident.updateMany({
      where: { id: incident.id, status: 'reported' },
      data: { status: 'confirmed' },
    });
    if (count === 0) return refuse('already_changed');
    const event = await announce({
      threadId: incident.threadId,
      type: 'incident_confirmed',
      payload: {},
      actor,
    });
    await notifyFollowers(tx, event);
    return done({ seq: event.seq });
  });
}
