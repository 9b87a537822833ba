import { z } from 'zod';
import { db } from '#app/db/client.server.ts';
import type { Actor } from '../actor.ts';
import { done, refuse, type Result } from '../result.ts';
import { visibleTo } from './policy.ts';

/** Up to which number; the newest when left out. */
export const markThreadReadSchema = z.object({ upTo: z.coerce.number().int().min(0).optional() });

/**
 * The seat has read the thread up to a number, and what it was told of that far. Never goes back: a page that was
 * opened earlier takes nothing away.
 */
export async function markThreadRead(
  actor: Actor,
  { threadId, upTo }: { threadId: string } & z.output<typeof markThreadReadSchema>,
): Promise<Result<{ seq: number }>> {
  const thread = await db().thread.findFirst({
    where: { id: threadId, ...visibleTo(actor) },
    select: { lastSeq: true },
  });
  if (!thread) return refuse('not_found');
  const seq = Math.min(upTo ?? thread.lastSeq, thread.lastSeq);
  const { seatId } = actor;
  await db().$executeRaw`
    INSERT INTO "ReadMark" ("threadId", "seatId", seq) VALUES (${threadId}::uuid, ${seatId}::uuid, ${seq})
    ON CONFLICT ("threadId", "seatId") DO UPDATE SET seq = GREATEST("ReadMark".seq, EXCLUDED.seq), at = now()`;
  await db().notification.updateMany({
    where: { seatId, threadId, readAt: null, seq: { lte: seq } },
    data: { readAt: new Date() },
  });
  return done({ seq });
}
