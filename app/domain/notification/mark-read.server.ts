import { z } from 'zod';
import { db } from '#app/db/client.server.ts';
import type { Actor } from '../actor.ts';
import { done, type Result } from '../result.ts';

/** One thread up to the number that was on the screen, or everything. */
export const markReadSchema = z.union([
  z.object({ threadId: z.uuid(), upTo: z.number().int().optional() }),
  z.object({ all: z.literal('1') }),
]);

/** The seat has read what it was told. Marks only its own notifications, however often it is said. */
export async function markRead(
  actor: Actor,
  input: z.output<typeof markReadSchema>,
): Promise<Result<{ count: number }>> {
  const which =
    'threadId' in input
      ? { threadId: input.threadId, ...(input.upTo !== undefined && { seq: { lte: input.upTo } }) }
      : {};
  const { count } = await db().notification.updateMany({
    where: { seatId: actor.seatId, readAt: null, ...which },
    data: { readAt: new Date() },
  });
  return done({ count });
}
