import { db } from '#app/db/client.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import type { Actor } from '../actor.ts';
import { visibleTo } from '../thread/policy.ts';
import { translationsFor } from '../translation/find-translations.server.ts';
import type { CoastWeek, IncidentToConfirm } from './coast-week.ts';
import type { Position } from './coordinates.ts';

const dayLength = 86_400_000;
const week = 7;

/** What happened on the coast of a government and of the governments under it, by the days of its own calendar. */
export async function findCoastWeek(actor: Actor, now: Date): Promise<CoastWeek> {
  const { country, children, lat, lon } = await db().government.findUniqueOrThrow({
    where: { id: actor.governmentId },
    select: { country: true, lat: true, lon: true, children: { select: { id: true } } },
  });
  const coast = [actor.governmentId, ...children.map(({ id }) => id)];
  const where: Prisma.IncidentWhereInput = {
    responsibleGovernmentId: { in: coast },
    thread: visibleTo(actor),
  };
  // Korea and China have no summer time.
  const offset = (country === 'KR' ? 9 : 8) * 3_600_000;
  const dayOf = (at: Date) => Math.floor((at.getTime() + offset) / dayLength);
  const firstDay = dayOf(now) - week + 1;
  const startOf = (day: number) => new Date(day * dayLength - offset);

  const [recent, lastWeek, resolved] = await Promise.all([
    db().incident.findMany({
      where: { ...where, reportedAt: { gte: startOf(firstDay), lte: now } },
      select: { kind: true, reportedAt: true, lat: true, lon: true },
    }),
    db().incident.count({
      where: { ...where, reportedAt: { gte: startOf(firstDay - week), lt: startOf(firstDay) } },
    }),
    db().incident.count({
      where: {
        ...where,
        thread: {
          AND: [
            visibleTo(actor),
            { events: { some: { type: 'incident_resolved', at: { gte: startOf(firstDay) } } } },
          ],
        },
      },
    }),
  ]);
  const days = Array.from({ length: week }, (_, index) => firstDay + index);
  const kinds = [...new Set(recent.map(({ kind }) => kind))];
  return {
    count: recent.length,
    middle: middleOf(recent) ?? (lat === null || lon === null ? null : { lat, lon }),
    lastWeek,
    resolved,
    days: days.map((day) => ({
      day: new Date(day * dayLength),
      count: recent.filter(({ reportedAt }) => dayOf(reportedAt) === day).length,
    })),
    kinds: kinds
      .map((kind) => ({ kind, count: recent.filter((incident) => incident.kind === kind).length }))
      .sort((a, b) => b.count - a.count),
  };
}

/** Half-way between the outermost places; null without any. */
function middleOf(places: readonly Position[]): Position | null {
  if (places.length === 0) return null;
  const half = (values: number[]) => (Math.min(...values) + Math.max(...values)) / 2;
  return { lat: half(places.map(({ lat }) => lat)), lon: half(places.map(({ lon }) => lon)) };
}

/** New incidents that only this government can confirm, the oldest first. */
export async function findIncidentsToConfirm(actor: Actor): Promise<IncidentToConfirm[]> {
  const incidents = await db().incident.findMany({
    where: { status: 'reported', responsibleGovernmentId: actor.governmentId, thread: visibleTo(actor) },
    orderBy: { reportedAt: 'asc' },
    take: 20,
    select: {
      id: true,
      number: true,
      kind: true,
      title: true,
      language: true,
      revision: true,
      placeName: true,
      reportedAt: true,
    },
  });
  const translations = await translationsFor(
    'incident',
    incidents.map(({ id }) => id),
  );
  return incidents.map((incident) => ({
    ...incident,
    translations: translations.filter(
      ({ subjectId, field }) => subjectId === incident.id && field === 'title',
    ),
  }));
}
