import { db } from '#app/db/client.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import type { IncidentKind, IncidentStatus, Language, Visibility } from '#prisma/generated/enums.ts';
import type { Actor } from '../actor.ts';
import { governmentSelect, type NamedGovernment } from '../government/government.ts';
import { visibleTo } from '../thread/policy.ts';
import { translationsFor } from '../translation/find-translations.server.ts';
import { pickText } from '../translation/pick-text.ts';
import type { Position } from './coordinates.ts';
import { boxAround, metresBetween } from './distance.ts';

/** How near and how close in time a report of the same kind may be the same thing. */
const sameWithinMetres = 500;
const sameWithinDays = 14;

const dayMs = 24 * 3600 * 1000;
/** More would not be read on a beach. */
const mostShown = 5;
/** Places that are measured; a beach with more of them in a month is no beach. */
const mostMeasured = 200;

/** An incident that a new report may repeat. */
export type SameIncident = {
  number: string;
  title: string;
  language: Language;
  kind: IncidentKind;
  status: IncidentStatus;
  visibility: Visibility;
  /** Of the sighting that lies nearest: its first one, or an observation. */
  seenAt: Date;
  distanceM: number;
  photoId: string | null;
  responsibleGovernment: NamedGovernment;
};

type Sighting = { incidentId: string; seenAt: Date; distanceM: number };

const incidentSelect = {
  id: true,
  number: true,
  title: true,
  language: true,
  revision: true,
  kind: true,
  status: true,
  duplicateOfId: true,
  responsibleGovernment: { select: governmentSelect },
  thread: { select: { visibility: true } },
  photos: { select: { id: true }, orderBy: { position: 'asc' }, take: 1 },
} as const satisfies Prisma.IncidentSelect;

/**
 * Incidents of this kind that were seen within 500 m and 14 days of a place and a moment, closed ones too, as far as the
 * actor may see them; the nearest first, at most five. For a duplicate stands the one that it repeats.
 */
export async function findSameIncidents(
  actor: Actor,
  { kind, seenAt, lat, lon }: Position & { kind: IncidentKind; seenAt: Date },
  language: Language = actor.language,
): Promise<SameIncident[]> {
  const nearest = new Map<string, Sighting>();
  for (const sighting of await findSightings(actor, kind, seenAt, { lat, lon })) {
    const known = nearest.get(sighting.incidentId);
    if (!known || sighting.distanceM < known.distanceM) nearest.set(sighting.incidentId, sighting);
  }
  if (nearest.size === 0) return [];
  const found = await findByIds(actor, [...nearest.keys()]);
  const originals = await findByIds(
    actor,
    found.flatMap(({ duplicateOfId }) => duplicateOfId ?? []),
  );
  const shown = new Map<string, { incident: (typeof found)[number]; sighting: Sighting }>();
  for (const incident of found) {
    const sighting = nearest.get(incident.id);
    const stands = originals.find(({ id }) => id === incident.duplicateOfId) ?? incident;
    const known = shown.get(stands.id);
    if (sighting && (!known || sighting.distanceM < known.sighting.distanceM))
      shown.set(stands.id, { incident: stands, sighting });
  }
  const inOrder = [...shown.values()]
    .sort((a, b) => a.sighting.distanceM - b.sighting.distanceM)
    .slice(0, mostShown);
  const translations = await translationsFor(
    'incident',
    inOrder.map(({ incident }) => incident.id),
  );
  return inOrder.map(({ incident, sighting }) => {
    const { id, number, title, revision, status, responsibleGovernment, thread, photos } = incident;
    const picked = pickText({
      language,
      source: { text: title, language: incident.language, revision },
      translations: translations.filter(({ subjectId, field }) => subjectId === id && field === 'title'),
    });
    return {
      ...{ number, kind: incident.kind, status, visibility: thread.visibility },
      title: picked.text,
      language: picked.language,
      seenAt: sighting.seenAt,
      distanceM: sighting.distanceM,
      photoId: photos[0]?.id ?? null,
      responsibleGovernment,
    };
  });
}

async function findSightings(
  actor: Actor,
  kind: IncidentKind,
  seenAt: Date,
  place: Position,
): Promise<Sighting[]> {
  const when = {
    gte: new Date(seenAt.getTime() - sameWithinDays * dayMs),
    lte: new Date(seenAt.getTime() + sameWithinDays * dayMs),
  };
  const near = { seenAt: when, ...boxAround(place, sameWithinMetres) };
  const where = { kind, thread: visibleTo(actor) } satisfies Prisma.IncidentWhereInput;
  const [reports, observations] = await Promise.all([
    db().incident.findMany({
      where: { ...where, ...near },
      select: { id: true, seenAt: true, lat: true, lon: true },
      orderBy: { seenAt: 'desc' },
      take: mostMeasured,
    }),
    db().observation.findMany({
      where: { ...near, withdrawnAt: null, incident: where },
      select: { incidentId: true, seenAt: true, lat: true, lon: true },
      orderBy: { seenAt: 'desc' },
      take: mostMeasured,
    }),
  ]);
  return [...reports.map(({ id, ...report }) => ({ incidentId: id, ...report })), ...observations].flatMap(
    ({ incidentId, seenAt: at, lat, lon }) => {
      const distanceM = metresBetween(place, { lat, lon });
      return distanceM <= sameWithinMetres ? [{ incidentId, seenAt: at, distanceM }] : [];
    },
  );
}

async function findByIds(actor: Actor, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return db().incident.findMany({
    where: { id: { in: [...ids] }, thread: visibleTo(actor) },
    select: incidentSelect,
  });
}

/** Was something sent under this client key already, as a report or as an observation? */
export async function findSent({ accountId }: Actor, clientKey: string): Promise<boolean> {
  const [reports, observations] = await Promise.all([
    db().incident.count({ where: { reporterAccountId: accountId, clientKey } }),
    db().observation.count({ where: { accountId, clientKey } }),
  ]);
  return reports + observations > 0;
}
