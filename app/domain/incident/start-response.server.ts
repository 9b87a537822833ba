import { commit } from '#app/db/commit.server.ts';
import type { Actor } from '../actor.ts';
import { notifyFollowers } from '../notification/notify.server.ts';
import { done, refuse, type Result } from '../result.ts';
import { findIncidentForStep } from './find-incident.server.ts';
import type { RespondInput } from './incident.ts';
import { mayTake, statusesBefore } from './policy.ts';

/** The responsible government sets to work; that says that the incident is there, too. */
export async function startResponse(
  actor: Actor,
  { number, text, language }: RespondInput & { number: string },
): Promise<Result<{ seq: number }>> {
  const incident = await findIncidentForStep(actor, number);
  if (!incident) return refuse('not_found');
  if (!statusesBefore('respond').includes(incident.status)) return refuse('already_changed');
  if (!mayTake('respond', actor, incident)) return refuse('not_allowed');

  return commit(async (tx, announce) => {
    const { count } = await tx.incident.updateMany({
      where: { id: incident.id, status: incident.status },
      data: { status: 'responding' },
    });
    if (count === 0) return refuse('already_changed');
    const payload = text === '' ? {} : { note: { text, language } };
    const event = await announce({ threadId: incident.threadId, type: 'response_started', payload, actor });
    await notifyFollowers(tx, event);
    return done({ seq: event.seq });
  });
}
