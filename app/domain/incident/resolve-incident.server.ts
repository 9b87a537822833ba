import { v7 as uuid } from 'uuid';
import { commit } from '#app/db/commit.server.ts';
import type { Actor } from '../actor.ts';
import { notifyFollowers, notifyGovernments } from '../notification/notify.server.ts';
import { done, refuse, type Result } from '../result.ts';
import { findIncidentForStep } from './find-incident.server.ts';
import type { ResolveInput } from './incident.ts';
import { mayTake, statusesBefore } from './policy.ts';
import { countOwnPhotos, takePhotos } from './take-photos.server.ts';

/** The responsible government says that it is done, and shows it: an after photo or the amount collected. */
export async function resolveIncident(
  actor: Actor,
  { number, text, language, photoIds, amounts }: ResolveInput & { number: string },
): Promise<Result<{ seq: number }>> {
  const incident = await findIncidentForStep(actor, number);
  if (!incident) return refuse('not_found');
  if (!statusesBefore('resolve').includes(incident.status)) return refuse('already_changed');
  if (!mayTake('resolve', actor, incident)) return refuse('not_allowed');
  if (amounts.length === 0 && (await countOwnPhotos(actor, photoIds)) === 0) return refuse('evidence_needed');

  return commit(async (tx, announce) => {
    const { count } = await tx.incident.updateMany({
      where: { id: incident.id, status: incident.status },
      data: { status: 'resolved' },
    });
    if (count === 0) return refuse('already_changed');
    const evidenceId = uuid();
    await tx.evidence.create({
      data: {
        id: evidenceId,
        incidentId: incident.id,
        text,
        language,
        amounts: { create: amounts.map((amount, position) => ({ id: uuid(), position, ...amount })) },
      },
      select: { id: true },
    });
    await takePhotos(tx, actor, photoIds, { evidenceId });
    const event = await announce({
      threadId: incident.threadId,
      type: 'incident_resolved',
      payload: { evidenceId },
      actor,
    });
    await notifyFollowers(tx, event);
    await notifyGovernments(tx, event, [incident.reporterGovernmentId], 'news_in_my_thread');
    return done({ seq: event.seq });
  });
}
