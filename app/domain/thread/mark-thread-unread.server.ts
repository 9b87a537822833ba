import { z } from 'zod';
import { db } from '#app/db/client.server.ts';
import type { Actor } from '../actor.ts';
import { done, refuse, type Result } from '../result.ts';
import { visibleTo } from './policy.ts';

/** From which number on. */
export const markThreadUnreadSchema = z.object({ from: z.coerce.number().int().min(1) });

/** The seat wants to come back to this entry: it and what follows are unread again. */
export async function markThreadUnread(
  actor: Actor,
  { threadId, from }: { threadId: string } & z.output<typeof markThreadUnreadSchema>,
): Promise<Result<{ seq: number }>> {
  const thread = await db().thread.findFirst({
    where: { id: threadId, ...visibleTo(actor) },
    select: { id: true },
  });
  if (!thread) return refuse('not_found');
  const { seatId } = actor;
  const seq = from - 1;
  await db().readMark.upsert({
    where: { threadId_seatId: { threadId, seatId } },
    create: { threadId, seatId, seq },
    update: { seq, at: new Date() },
    select: { seq: true },
  });
  return done({ seq });
}
