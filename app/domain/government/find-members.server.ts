import { db } from '#app/db/client.server.ts';
import type { IncidentStatus } from '#prisma/generated/enums.ts';
import type { Actor } from '../actor.ts';
import { findSaying } from '../search/find-saying.server.ts';
import { searchNames } from '../search/search-names.server.ts';
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

/**
 * All governments with their open seats and the open incidents that this reader may see; `words` are found as the search
 * finds them, and in a part of a name.
 */
export async function findMembers(reader: Actor, words: string | undefined, now = new Date()) {
  const all = await db().government.findMany({
    orderBy: [{ country: 'asc' }, { level: 'asc' }, { nameEn: 'asc' }],
    select: { ...memberSelect, _count: { select: { seats: { where: { closedAt: null } } } } },
  });
  const said = words ? new Set(await findSaying(reader, words, 'government')) : null;
  const called = new Set(
    searchNames(words ?? '', all, ({ nameKo, nameZh, nameEn }) => [nameKo, nameZh, nameEn]),
  );
  const governments = said ? all.filter((one) => called.has(one) || said.has(one.id)) : all;
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
