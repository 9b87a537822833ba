import { v7 as uuid } from 'uuid';
import { db, type Tx } from '#app/db/client.server.ts';
import { commit, nextNumber, oneAtATime } from '#app/db/commit.server.ts';
import type { Actor } from '../actor.ts';
import { inBeing } from '../government/government.ts';
import { follow, notifyFollowers, notifyGovernments } from '../notification/notify.server.ts';
import { notifyWatchers } from '../notification/notify-watchers.server.ts';
import { done, refuse, type Result } from '../result.ts';
import { takePhotos } from './take-photos.server.ts';
import { incidentNumber, yearInKorea } from './incident-number.ts';
import type { ReportInput } from './incident.ts';
import { mayReport } from './policy.ts';
import { proposeGovernment } from './propose-government.ts';

/**
 * Puts an incident on the map and opens its thread. The same client key never makes a second one: it answers the number
 * of the first. Who is responsible reads along where the report goes to named governments.
 */
export async function reportIncident(actor: Actor, input: ReportInput): Promise<Result<{ number: string }>> {
  if (!mayReport(actor)) return refuse('not_allowed');
  const governments = await db().government.findMany({ where: inBeing(new Date()) });
  const ids = new Set(governments.map(({ id }) => id));
  const responsible = input.responsibleGovernmentId ?? proposeGovernment(governments, input)?.id;
  if (responsible === undefined || !ids.has(responsible)) return refuse('government_not_found');
  const audience = new Set(
    [...input.audience, responsible].filter((id) => ids.has(id) && id !== actor.governmentId),
  );

  return commit(async (tx, announce) => {
    await oneAtATime(tx, `${actor.accountId}:${input.clientKey}`);
    const reported = await findReported(tx, actor, input);
    if (reported) return reported.same ? done({ number: reported.number }) : refuse('key_reused');
    if (await isObservation(tx, actor, input)) return refuse('key_reused');

    const at = new Date();
    const year = yearInKorea(at);
    const number = incidentNumber(year, await nextNumber(tx, `incident-${year}`));
    const { id: threadId } = await tx.thread.create({
      data: {
        id: uuid(),
        subject: 'incident',
        visibility: input.visibility,
        ownerGovernmentId: actor.governmentId,
        audience: {
          create:
            input.visibility === 'bilateral' ? [...audience].map((governmentId) => ({ governmentId })) : [],
        },
      },
      select: { id: true },
    });
    const { kind, compartment, hazard, title, text, language, lat, lon, seenAt, clientKey } = input;
    const { id } = await tx.incident.create({
      data: {
        id: uuid(),
        number,
        threadId,
        ...{ kind, compartment, hazard, title, text, language, lat, lon, seenAt, clientKey },
        accuracyM: input.accuracyM ?? null,
        placeName: input.placeName ?? null,
        shoreLengthM: input.shoreLengthM ?? null,
        reportedAt: at,
        reporterAccountId: actor.accountId,
        reporterSeatId: actor.seatId,
        reporterGovernmentId: actor.governmentId,
        responsibleGovernmentId: responsible,
        amounts: { create: input.amounts.map((amount, position) => ({ id: uuid(), position, ...amount })) },
        clues: { create: input.clues.map((clue, position) => ({ id: uuid(), position, ...clue })) },
      },
      select: { id: true },
    });
    await takePhotos(tx, actor, input.photoIds, { incidentId: id });
    const event = await announce({ threadId, type: 'incident_reported', payload: {}, actor, at });
    await follow(tx, threadId, actor.seatId);
    await notifyGovernments(tx, event, [responsible], 'incident_in_my_waters');
    await notifyWatchers(tx, event, { lat, lon, governmentId: responsible });
    await notifyFollowers(tx, event);
    return done({ number });
  });
}

/** The incident that this key made before, and whether it says the same. */
async function findReported(tx: Tx, { accountId }: Actor, input: ReportInput) {
  const incident = await tx.incident.findUnique({
    where: { reporterAccountId_clientKey: { reporterAccountId: accountId, clientKey: input.clientKey } },
    select: { number: true, title: true, text: true, kind: true, lat: true, lon: true },
  });
  if (!incident) return null;
  const { number, title, text, kind, lat, lon } = incident;
  const words = title === input.title && text === input.text;
  return { number, same: words && kind === input.kind && lat === input.lat && lon === input.lon };
}

/** Was it sent before as another sighting of an incident? */
async function isObservation(tx: Tx, { accountId }: Actor, { clientKey }: ReportInput): Promise<boolean> {
  return (await tx.observation.count({ where: { accountId, clientKey } })) > 0;
}
