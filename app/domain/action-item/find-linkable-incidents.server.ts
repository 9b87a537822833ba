import { db } from '#app/db/client.server.ts';
import type { Actor } from '../actor.ts';
import { visibleTo } from '../thread/policy.ts';
import type { LinkedIncident } from './action-item.ts';

const recent = 6;

/** Incidents that a proposal may answer to: those asked for, then the newest open ones of the own government. */
export async function findLinkableIncidents(
  actor: Actor,
  numbers: readonly string[],
): Promise<LinkedIncident[]> {
  const select = {
    id: true,
    number: true,
    kind: true,
    status: true,
    title: true,
    language: true,
    revision: true,
  } as const;
  const thread = visibleTo(actor);
  const { governmentId } = actor;
  const [asked, own] = await Promise.all([
    db().incident.findMany({ where: { number: { in: [...numbers] }, thread }, select }),
    db().incident.findMany({
      where: {
        number: { notIn: [...numbers] },
        thread,
        status: { in: ['reported', 'confirmed', 'responding'] },
        OR: [{ responsibleGovernmentId: governmentId }, { reporterGovernmentId: governmentId }],
      },
      orderBy: { seenAt: 'desc' },
      take: recent,
      select,
    }),
  ]);
  const incidents = [...asked, ...own];
  const translations = await db().translation.findMany({
    where: { subject: 'incident', field: 'title', subjectId: { in: incidents.map(({ id }) => id) } },
    select: { subjectId: true, language: true, kind: true, revision: true, text: true, verifiedAt: true },
  });
  return incidents.map((incident) => ({
    ...incident,
    translations: translations.filter(({ subjectId }) => subjectId === incident.id),
  }));
}
