import { commit } from '#app/db/commit.server.ts';
import type { Actor } from '../actor.ts';
import { done, type Result } from '../result.ts';

/** The secret address of the seat's calendar works no more. */
export async function revokeFeed(actor: Actor): Promise<Result<{ count: number }>> {
  return commit(async (tx) => {
    const { count } = await tx.calendarFeed.deleteMany({ where: { seatId: actor.seatId } });
    return done({ count });
  });
}
