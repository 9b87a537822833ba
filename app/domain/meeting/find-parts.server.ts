import { db } from '#app/db/client.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import { inBeing } from '../government/government.ts';
import type { Actor } from '../actor.ts';
import { visibleTo } from '../thread/policy.ts';

/** Who hosts and who takes part, as far as they are there. */
export type Parts = {
  hosts: string[];
  seats: { id: string; governmentId: string }[];
};

/** The hosts and participants of a form; null when one of them is not there. */
export async function findParts({
  hosts,
  participants,
}: {
  hosts: readonly string[];
  participants: readonly string[];
}): Promise<Parts | null> {
  const [governments, seats] = await Promise.all([
    db().government.findMany({
      where: { id: { in: [...hosts] }, ...inBeing(new Date()) },
      select: { id: true },
    }),
    db().seat.findMany({
      where: { id: { in: [...participants] } },
      select: { id: true, governmentId: true },
    }),
  ]);
  const complete = governments.length === new Set(hosts).size && seats.length === new Set(participants).size;
  return complete ? { hosts: governments.map(({ id }) => id), seats } : null;
}

/** The governments that a meeting for some governments is for. */
export function governmentsOf({ hosts, seats }: Parts): string[] {
  return [...new Set([...hosts, ...seats.map(({ governmentId }) => governmentId)])];
}

/** The meeting before it in its series, which this actor may see. */
export function findPrevious(actor: Actor, number: string) {
  return db().meeting.findFirst({
    where: { number, thread: visibleTo(actor) },
    select: { id: true, lastDay: true } satisfies Prisma.MeetingSelect,
  });
}
