import { db } from '#app/db/client.server.ts';
import type { Reader } from '../actor.ts';
import { visibleTo } from './policy.ts';

/** A moment is written down before its transaction is committed, and the clocks of two processes differ. */
const marginMs = 5_000;

/**
 * Whether something may have happened since `since` in a thread that this reader sees, or their seat was told something.
 * Rather says yes once too often than no once too often.
 */
export async function haveNews(reader: Reader, since: Date): Promise<boolean> {
  const from = new Date(since.getTime() - marginMs);
  const thread = await db().thread.findFirst({
    where: { AND: [visibleTo(reader), { lastEventAt: { gte: from } }] },
    select: { id: true },
  });
  if (thread !== null || !reader || reader.formerly) return thread !== null;
  const told = await db().notification.findFirst({
    where: { seatId: reader.seatId, at: { gte: from } },
    select: { id: true },
  });
  return told !== null;
}
