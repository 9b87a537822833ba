import { db } from '#app/db/client.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import type { Reader } from '../actor.ts';
import { visibleTo } from '../thread/policy.ts';

const stepSelect = {
  id: true,
  number: true,
  threadId: true,
  status: true,
  responsibleGovernmentId: true,
  reporterGovernmentId: true,
  lat: true,
  lon: true,
} as const satisfies Prisma.IncidentSelect;

/** What a step needs to know of an incident; null when it is absent or not for this reader. */
export function findIncidentForStep(reader: Reader, number: string) {
  return db().incident.findFirst({ where: { number, thread: visibleTo(reader) }, select: stepSelect });
}
