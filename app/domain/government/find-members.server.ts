import { db } from '#app/db/client.server.ts';
import type { IncidentStatus } from '#prisma/generated/enums.ts';
import type { Actor } from '../actor.ts';
import { visibleTo } from '../thread/policy.ts';
import { governmentSelect, isInBeing } from './government.ts';

/** What still has to be dealt with. */
const openStatuses: IncidentStatus[] = ['reported', 'confirmed', 'responding'];

const memberSelect = {
  ...governmentSelect,
  validFrom: true,
  validTo: true,
  successor: { select: governmentSelect },
} as const;

/** All governments with their open seats and the open incidents that this reader may see; `words` searches the names. */
export async function findMembers(reader: Actor, words: string | undefined, now = new Date()) {
  const governments = await db().government.findMany({
    ...(words
      ? {
          where: {
            OR: (['nameKo', 'nameZh', 'nameEn'] as const).map((name) => ({
              [name]: { contains: words, mode: 'insensitive' },
            })),
          },
        }
      : {}),
    orderBy: [{ country: 'asc' }, { level: 'asc' }, { nameEn: 'asc' }],
    select: { ...memberSelect, _count: { select: { seats: { where: { closedAt: null } } } } },
  });
  const open = await countOpenIncidents(reader);
  return governments.map(({ _count, ...government }) => ({
    ...government,
    seats: _count.seats,
    openIncidents: open.get(government.id) ?? 0,
    inBeing: isInBeing(government, now),
  }));
}

export type Member = Awaited<ReturnType<typeof findMembers>>[number];

/** One government with its place among the others; null when there is none of this id. */
export async function findMember(reader: Actor, id: string, now = new Date()) {
  const government = await db().government.findUnique({
    where: { id },
    select: {
      ...memberSelect,
      parent: { select: governmentSelect },
      children: {
        orderBy: [{ level: 'asc' }, { nameEn: 'asc' }],
        select: { ...governmentSelect, validFrom: true, validTo: true },
      },
      merged: { select: governmentSelect },
    },
  });
  if (!government) return null;
  const open = await countOpenIncidents(reader, id);
  return {
    ...government,
    children: government.children.filter((child) => isInBeing(child, now)),
    inBeing: isInBeing(government, now),
    openIncidents: open.get(id) ?? 0,
  };
}

async function countOpenIncidents(reader: Actor, governmentId?: string): Promise<Map<string, number>> {
  const counts = await db().incident.groupBy({
    by: ['responsibleGovernmentId'],
    where: {
      status: { in: openStatuses },
      thread: visibleTo(reader),
      ...(governmentId ? { responsibleGovernmentId: governmentId } : {}),
    },
    _count: true,
  });
  return new Map(counts.map((count) => [count.responsibleGovernmentId, count._count]));
}
