import { v7 as uuid } from 'uuid';
import { commit, oneAtATime } from '#app/db/commit.server.ts';
import type { Actor } from '../actor.ts';
import { follow, notifyFollowers, notifyGovernments } from '../notification/notify.server.ts';
import { done, refuse, type Result } from '../result.ts';
import { findIncidentForStep } from './find-incident.server.ts';
import type { ObservationInput } from './incident.ts';
import { mayReport } from './policy.ts';
import { takePhotos } from './take-photos.server.ts';

/**
 * Says that an incident was seen again: when, where, how much, with photos. Its state stays as it is. The same client
 * key never makes a second observation, nor one of what was reported as an incident.
 */
export async function addObservation(
  actor: Actor,
  { number, ...input }: ObservationInput & { number: string },
): Promise<Result<{ id: string }>> {
  const incident = await findIncidentForStep(actor, number);
  if (!incident) return refuse('not_found');
  if (!mayReport(actor)) return refuse('not_allowed');
  const { accountId, seatId, governmentId } = actor;
  const { clientKey, seenAt, lat, lon, text: note, language, amounts, photoIds } = input;

  return commit(async (tx, announce) => {
    await oneAtATime(tx, `${accountId}:${clientKey}`);
    const made = await tx.observation.findUnique({
      where: { accountId_clientKey: { accountId, clientKey } },
      select: { id: true, incidentId: true, note: true },
    });
    if (made)
      return made.incidentId === incident.id && made.note === note
        ? done({ id: made.id })
        : refuse('key_reused');
    const isReport = (await tx.incident.count({ where: { reporterAccountId: accountId, clientKey } })) > 0;
    if (isReport) return refuse('key_reused');
    const { id } = await tx.observation.create({
      data: {
        id: uuid(),
        incidentId: incident.id,
        ...{ seenAt, lat, lon, note, language, accountId, seatId, governmentId, clientKey },
        amounts: { create: amounts.map((amount, position) => ({ id: uuid(), position, ...amount })) },
      },
      select: { id: true },
    });
    await takePhotos(tx, actor, photoIds, { observationId: id });
    const { threadId, responsibleGovernmentId, reporterGovernmentId } = incident;
    const payload = { observationId: id };
    const event = await announce({ threadId, type: 'observation_added', payload, actor });
    await notifyGovernments(tx, event, [responsibleGovernmentId, reporterGovernmentId], 'news_in_my_thread');
    await notifyFollowers(tx, event);
    await follow(tx, threadId, seatId);
    return done({ id });
  });
}
