import type { Tx } from '#app/db/client.server.ts';
import { commit, oneAtATime } from '#app/db/commit.server.ts';
import type { Actor } from '../actor.ts';
import { notifyFollowers, notifyGovernments } from '../notification/notify.server.ts';
import { done, refuse, type Result } from '../result.ts';
import { findIncidentForStep } from './find-incident.server.ts';
import type { DuplicateInput } from './incident.ts';
import { mayTake, statusesBefore } from './policy.ts';
import { tellOriginal } from './tell-original.server.ts';

/**
 * Says that an incident repeats another one, which the actor must be able to see. What is itself a duplicate leads on to
 * the one that it repeats, so that there are neither chains nor circles.
 */
export async function markDuplicate(
  actor: Actor,
  { number, ofNumber, text, language }: DuplicateInput & { number: string },
): Promise<Result<{ seq: number }>> {
  const incident = await findIncidentForStep(actor, number);
  if (!incident) return refuse('not_found');
  if (!statusesBefore('mark_duplicate').includes(incident.status)) return refuse('already_changed');
  if (!mayTake('mark_duplicate', actor, incident)) return refuse('not_allowed');
  const named = await findIncidentForStep(actor, ofNumber);
  if (!named) return refuse('incident_not_found');

  return commit(async (tx, announce) => {
    // Two that name each other at once would make a circle.
    await oneAtATime(tx, 'duplicates');
    const original = await findOriginal(tx, named);
    if (original.id === incident.id) return refuse('duplicate_of_itself');
    const { count } = await tx.incident.updateMany({
      where: { id: incident.id, status: incident.status },
      data: { status: 'duplicate', duplicateOfId: original.id },
    });
    if (count === 0) return refuse('already_changed');
    // What repeated this one repeats the original now.
    const along = await tx.incident.updateManyAndReturn({
      where: { duplicateOfId: incident.id },
      data: { duplicateOfId: original.id },
      select: { id: true },
    });
    const payload = { ofNumber, reason: { text, language } };
    const event = await announce({
      threadId: incident.threadId,
      type: 'incident_marked_duplicate',
      payload,
      actor,
    });
    await notifyFollowers(tx, event);
    await notifyGovernments(tx, event, [incident.reporterGovernmentId], 'news_in_my_thread');
    for (const { id } of [incident, ...along]) {
      const joined = { type: 'duplicate_joined', originalId: original.id, duplicateId: id } as const;
      await tellOriginal(tx, announce, actor, joined);
    }
    return done({ seq: event.seq });
  });
}

/** Follows a duplicate to what it repeats. */
async function findOriginal(tx: Tx, named: { id: string }): Promise<{ id: string }> {
  const { id, status, duplicateOfId } = await tx.incident.findUniqueOrThrow({
    where: { id: named.id },
    select: { id: true, status: true, duplicateOfId: true },
  });
  return { id: status === 'duplicate' && duplicateOfId ? duplicateOfId : id };
}
