import { z } from 'zod';
import { db } from '#app/db/client.server.ts';
import type { Actor } from '../actor.ts';
import { done, refuse, type Result } from '../result.ts';
import { visibleTo } from '../thread/policy.ts';

export const markUnreadSchema = z.object({ threadId: z.uuid() });

/**
 * The seat wants to come back to the newest thing that it was told of a thread. Only the inbox changes: how far it has
 * read the thread itself stays, and what was mailed is not mailed again.
 */
export async function markUnread(
  { seatId, ...actor }: Actor,
  { threadId }: z.output<typeof markUnreadSchema>,
): Promise<Result<null>> {
  const newest = await db().notification.findFirst({
    where: { seatId, threadId, thread: visibleTo({ seatId, ...actor }) },
    orderBy: { seq: 'desc' },
    select: { id: true },
  });
  if (!newest) return refuse('not_found');
  await db().notification.update({ where: newest, data: { readAt: null }, select: { id: true } });
  return done(null);
}
