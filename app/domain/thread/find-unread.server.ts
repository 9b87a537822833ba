import { db } from '#app/db/client.server.ts';
import { Prisma } from '#prisma/generated/client.ts';
import type { Actor } from '../actor.ts';
import { quietEvents } from './news.ts';
import { visibleTo } from './policy.ts';

type Unread = { threadId: string; count: number; first: number };

/**
 * What the seat has not read: per thread how many entries of others and the number of the first of them. Only what it
 * may see counts, and what was moved to another thread counts there; what happened before the seat came into being counts as read. Threads without news are left out.
 * @param threadIds only these; all that the actor may see when left out
 */
export async function findUnread(actor: Actor, threadIds?: readonly string[]): Promise<Map<string, Unread>> {
  // What the seat has not read is for who holds it.
  if (threadIds?.length === 0 || actor.formerly) return new Map();
  const only = threadIds
    ? Prisma.sql`AND t.id IN (${Prisma.join(threadIds.map((id) => Prisma.sql`${id}::uuid`))})`
    : Prisma.empty;
  const rows = await db().$queryRaw<Unread[]>`
    SELECT t.id AS "threadId", count(*)::int AS count, min(e.seq)::int AS first
    FROM "Seat" s
    CROSS JOIN "Thread" t
    LEFT JOIN "ReadMark" m ON m."threadId" = t.id AND m."seatId" = s.id
    JOIN "Event" e ON e."threadId" = t.id AND e.seq > coalesce(m.seq, 0)
    WHERE s.id = ${actor.seatId}::uuid
      AND t."lastSeq" > coalesce(m.seq, 0)
      AND (m.seq IS NOT NULL OR e.at >= s."createdAt")
      AND e."seatId" IS DISTINCT FROM s.id
      AND (e."onlyGovernmentId" IS NULL OR e."onlyGovernmentId" = ${actor.governmentId})
      AND e.type NOT IN (${Prisma.join([...quietEvents])})
      AND NOT EXISTS (
        SELECT 1 FROM "Post" p
        WHERE p."threadId" = e."threadId" AND p.seq = e.seq AND p."movedToThreadId" IS NOT NULL
      )
      ${only}
    GROUP BY t.id`;
  const visible = await db().thread.findMany({
    where: { id: { in: rows.map(({ threadId }) => threadId) }, ...visibleTo(actor) },
    select: { id: true },
  });
  const ids = new Set(visible.map(({ id }) => id));
  return new Map(rows.filter(({ threadId }) => ids.has(threadId)).map((row) => [row.threadId, row]));
}
