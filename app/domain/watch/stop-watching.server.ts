import { db } from '#app/db/client.server.ts';
import type { Actor } from '../actor.ts';
import { done, type Result } from '../result.ts';

/** The seat does not want to hear of an area any more; said twice it is the same. */
export async function stopWatching(
  { seatId }: Actor,
  { id }: { id: string },
): Promise<Result<{ id: string }>> {
  await db().watch.deleteMany({ where: { id, seatId } });
  return done({ id });
}
