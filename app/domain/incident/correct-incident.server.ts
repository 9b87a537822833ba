import { v7 as uuid } from 'uuid';
import { db, type Tx } from '#app/db/client.server.ts';
import { commit, oneAtATime } from '#app/db/commit.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import type { Actor } from '../actor.ts';
import { inBeing } from '../government/government.ts';
import { follow, notifyFollowers, notifyGovernments } from '../notification/notify.server.ts';
import { isDangerous } from '../notification/level.ts';
import { notifyWatchers } from '../notification/notify-watchers.server.ts';
import { done, refuse, type Result } from '../result.ts';
import { visibleTo } from '../thread/policy.ts';
import { type Change, changesBetween } from './correction.ts';
import type { CorrectionInput } from './incident.ts';
import { openThreadTo } from './open-thread-to.server.ts';
import { correctableBy } from './policy.ts';
import { proposeGovernment } from './propose-government.ts';
import { takePhotos } from './take-photos.server.ts';

const correctedSelect = {
  id: true,
  threadId: true,
  version: true,
  revision: true,
  status: true,
  title: true,
  text: true,
  language: true,
  kind: true,
  compartment: true,
  hazard: true,
  lat: true,
  lon: true,
  placeName: true,
  seenAt: true,
  shoreLengthM: true,
  responsibleGovernmentId: true,
  reporterGovernmentId: true,
  amounts: { orderBy: { position: 'asc' } },
  clues: { where: { evidence: { not: 'survey_record' } }, orderBy: { position: 'asc' } },
  photos: { orderBy: { position: 'asc' }, select: { id: true } },
} as const satisfies Prisma.IncidentSelect;
type Corrected = Prisma.IncidentGetPayload<{ select: typeof correctedSelect }>;

/**
 * Puts fields of an incident right and keeps what they said before. What stood in the form has a version: when somebody
 * else corrected meanwhile nothing is written. Translations of changed words turn stale, those of unchanged ones stay.
 */
export async function correctIncident(
  actor: Actor,
  { number, version, coordinates: place, shoreLengthM, ...input }: CorrectionInput & { number: string },
): Promise<Result<{ seq: number }>> {
  const incident = await db().incident.findFirst({
    where: { number, thread: visibleTo(actor) },
    select: correctedSelect,
  });
  if (!incident) return refuse('not_found');
  const mine = correctableBy(actor, incident);
  if (mine.length === 0) return refuse('not_allowed');
  if (incident.version !== version) return refuse('already_changed');
  const placeName = input.placeName === '' ? null : input.placeName;
  // An emptied field of the whole form is one without a value; in the short form it does not stand.
  const measured = input.title === undefined ? {} : { shoreLengthM: shoreLengthM ?? null };
  const now = { ...incident, photoIds: incident.photos.map(({ id }) => id) };
  const photoIds = input.photoIds && (await usable(actor, now.photoIds, input.photoIds));
  const next = { ...input, ...place, ...measured, placeName, ...(photoIds && { photoIds }) };
  const said = changesBetween(now, next);
  if (said.some(({ field }) => !mine.includes(field))) return refuse('not_allowed');
  if (said.length === 0) return refuse('nothing_changed');
  const followed = await followPlace(actor, incident, said);
  const changes = followed ? [...said, followed] : said;

  return commit(async (tx, announce) => {
    await oneAtATime(tx, `incident:${incident.id}`);
    const { id, threadId, responsibleGovernmentId, reporterGovernmentId } = incident;
    const { count } = await tx.incident.updateMany({
      where: { id, version, responsibleGovernmentId, ...(followed && { status: incident.status }) },
      data: { ...dataOf(changes), ...revisionOf(incident, changes), version: version + 1 },
    });
    if (count === 0) return refuse('already_changed');
    await keepTranslations(tx, incident, changes);
    await correctAmounts(tx, id, changes);
    await correctClues(tx, id, changes);
    await correctPhotos(tx, actor, id, changes);
    const { accountId, seatId, governmentId } = actor;
    const { id: correctionId } = await tx.correction.create({
      data: {
        ...{ id: uuid(), incidentId: id, version: version + 1, changes },
        ...{ accountId, seatId, governmentId },
      },
      select: { id: true },
    });
    if (followed) await openIfNamed(tx, threadId, followed.to);
    const fields = changes.map(({ field }) => field);
    const payload = { correctionId, fields };
    const event = await announce({ threadId, type: 'incident_corrected', payload, actor });
    if (followed) await notifyGovernments(tx, event, [followed.to], 'incident_in_my_waters');
    await notifyWatchers(
      tx,
      event,
      { lat: next.lat, lon: next.lon, governmentId: followed?.to ?? responsibleGovernmentId },
      { lat: incident.lat, lon: incident.lon, governmentId: responsibleGovernmentId },
    );
    const reason =
      changes.some(({ field }) => field === 'hazard') && isDangerous(next.hazard) ? 'hazard' : undefined;
    const concerned = [responsibleGovernmentId, reporterGovernmentId];
    await notifyGovernments(tx, event, concerned, reason ?? 'news_in_my_thread');
    await notifyFollowers(tx, event, reason);
    await follow(tx, threadId, seatId);
    return done({ seq: event.seq });
  });
}

type Followed = Extract<Change, { field: 'responsible_government' }>;

/**
 * Who is responsible follows a corrected place while nobody has confirmed, where the proposal of the old place was taken.
 * The responsible government itself keeps the incident: it hands over with a reason.
 */
async function followPlace(
  actor: Actor,
  { status, lat, lon, responsibleGovernmentId: from }: Corrected,
  changes: readonly Change[],
): Promise<Followed | null> {
  const moved = changes.find((change) => change.field === 'place');
  if (!moved || status !== 'reported' || actor.governmentId === from) return null;
  const governments = await db().government.findMany({ where: inBeing(new Date()) });
  if (proposeGovernment(governments, { lat, lon })?.id !== from) return null;
  const to = proposeGovernment(governments, moved.to)?.id ?? from;
  return to === from ? null : { field: 'responsible_government', from, to };
}

function dataOf(changes: readonly Change[]): Prisma.IncidentUpdateManyMutationInput & {
  responsibleGovernmentId?: string;
} {
  return Object.assign(
    {},
    ...changes.map((change) => {
      switch (change.field) {
        case 'title':
          return { title: change.to.text };
        case 'text':
          return { text: change.to.text };
        case 'place':
          // What a device said was about the other place.
          return { ...change.to, accuracyM: null };
        case 'place_name':
          return { placeName: change.to };
        case 'seen_at':
          return { seenAt: new Date(change.to) };
        case 'shore_length':
          return { shoreLengthM: change.to };
        case 'responsible_government':
          return { responsibleGovernmentId: change.to };
        case 'amounts':
        case 'clues':
        case 'photos':
          return {};
        default:
          return { [change.field]: change.to };
      }
    }),
  );
}

const words = ['title', 'text', 'language'] as const satisfies readonly Change['field'][];
const isWords = ({ field }: Change) => words.some((one) => one === field);

function revisionOf({ revision }: Corrected, changes: readonly Change[]) {
  return changes.some(isWords) ? { revision: revision + 1 } : {};
}

/** A translation of words that stay as they are is one of the new revision, too. */
async function keepTranslations(tx: Tx, incident: Corrected, changes: readonly Change[]): Promise<void> {
  if (!changes.some(isWords)) return;
  const { id: subjectId, revision } = incident;
  for (const field of ['title', 'text'] as const) {
    if (changes.some((change) => change.field === field)) continue;
    await tx.translation.updateMany({
      where: { subject: 'incident', subjectId, field, revision },
      data: { revision: revision + 1 },
    });
  }
}

async function correctAmounts(tx: Tx, incidentId: string, changes: readonly Change[]): Promise<void> {
  const amounts = changes.find((change) => change.field === 'amounts');
  if (!amounts) return;
  await tx.amount.deleteMany({ where: { incidentId } });
  await tx.amount.createMany({
    data: amounts.to.map((amount, position) => ({ id: uuid(), incidentId, position, ...amount })),
  });
}

/** What a survey says stays what the survey says. */
async function correctClues(tx: Tx, incidentId: string, changes: readonly Change[]): Promise<void> {
  const clues = changes.find((change) => change.field === 'clues');
  if (!clues) return;
  await tx.originClue.deleteMany({ where: { incidentId, evidence: { not: 'survey_record' } } });
  await tx.originClue.createMany({
    data: clues.to.map((clue, position) => ({ id: uuid(), incidentId, position, ...clue })),
  });
}

/** Of the photos that a form names, those that the incident has and those of the actor that wait for it. */
async function usable(
  { accountId }: Actor,
  there: readonly string[],
  named: readonly string[],
): Promise<string[]> {
  const own = await db().photo.findMany({
    where: { id: { in: [...named] }, accountId, incidentId: null, evidenceId: null, observationId: null },
    select: { id: true },
  });
  const known = new Set([...there, ...own.map(({ id }) => id)]);
  return [...new Set(named)].filter((id) => known.has(id));
}

/** What is taken out waits for nothing and is removed with the orphans. */
async function correctPhotos(
  tx: Tx,
  actor: Actor,
  incidentId: string,
  changes: readonly Change[],
): Promise<void> {
  const photos = changes.find((change) => change.field === 'photos');
  if (!photos) return;
  await tx.photo.updateMany({
    where: { incidentId, id: { notIn: photos.to } },
    data: { incidentId: null, accountId: null },
  });
  await takePhotos(tx, actor, photos.to, { incidentId });
  for (const [position, id] of photos.to.entries())
    await tx.photo.updateMany({ where: { id, incidentId }, data: { position } });
}

/** Who answers for it now must be able to read what goes to named governments. */
async function openIfNamed(tx: Tx, threadId: string, governmentId: string): Promise<void> {
  const { visibility } = await tx.thread.findUniqueOrThrow({
    where: { id: threadId },
    select: { visibility: true },
  });
  if (visibility === 'bilateral') await openThreadTo(tx, threadId, [governmentId]);
}
