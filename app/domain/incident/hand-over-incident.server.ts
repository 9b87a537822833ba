import { db } from '#app/db/client.server.ts';
import { commit } from '#app/db/commit.server.ts';
import type { Actor } from '../actor.ts';
import { inBeing } from '../government/government.ts';
import { notifyFollowers, notifyGovernments } from '../notification/notify.server.ts';
import { notifyWatchers } from '../notification/notify-watchers.server.ts';
import { done, refuse, type Result } from '../result.ts';
import { findIncidentForStep } from './find-incident.server.ts';
import type { HandOverInput } from './incident.ts';
import { openThreadTo } from './open-thread-to.server.ts';
import { mayTake, statusesBefore } from './policy.ts';

/**
 * Says whose it is and hands it over. Where the other government has an open seat it is `reported` again, for that
 * government to confirm. Where nobody there could act it is closed as `not_ours`, and the page still says whose it is.
 * A thread that the other government could not read is opened to it.
 */
export async function handOverIncident(
  actor: Actor,
  { number, toGovernmentId, text, language }: HandOverInput & { number: string },
): Promise<Result<{ seq: number }>> {
  const incident = await findIncidentForStep(actor, number);
  if (!incident) return refuse('not_found');
  if (!statusesBefore('hand_over').includes(incident.status)) return refuse('already_changed');
  if (!mayTake('hand_over', actor, incident)) return refuse('not_allowed');
  const to = await findReceiver(toGovernmentId);
  if (!to || to.id === incident.responsibleGovernmentId) return refuse('government_not_found');

  return commit(async (tx, announce) => {
    const fromGovernmentId = incident.responsibleGovernmentId;
    const { count } = await tx.incident.updateMany({
      where: { id: incident.id, status: incident.status, responsibleGovernmentId: fromGovernmentId },
      data: { status: to.mayAct ? 'reported' : 'not_ours', responsibleGovernmentId: to.id },
    });
    if (count === 0) return refuse('already_changed');
    await openThreadTo(tx, incident.threadId, [fromGovernmentId, to.id]);
    const payload = { fromGovernmentId, toGovernmentId: to.id, reason: { text, language } };
    const event = await announce({
      threadId: incident.threadId,
      type: 'incident_handed_over',
      payload,
      actor,
    });
    await notifyGovernments(tx, event, [to.id], 'incident_in_my_waters');
    const { lat, lon } = incident;
    const [now, before] = [
      { lat, lon, governmentId: to.id },
      { lat, lon, governmentId: fromGovernmentId },
    ];
    await notifyWatchers(tx, event, now, before);
    await notifyGovernments(tx, event, [incident.reporterGovernmentId], 'news_in_my_thread');
    await notifyFollowers(tx, event);
    return done({ seq: event.seq });
  });
}

async function findReceiver(id: string): Promise<{ id: string; mayAct: boolean } | null> {
  const government = await db().government.findFirst({
    where: { id, ...inBeing(new Date()) },
    select: {
      id: true,
      seats: { where: { closedAt: null, role: { not: 'observer' } }, select: { id: true }, take: 1 },
    },
  });
  return government && { id: government.id, mayAct: government.seats.length > 0 };
}
