import { v7 as uuid } from 'uuid';
import { db } from '#app/db/client.server.ts';
import { commit, oneAtATime } from '#app/db/commit.server.ts';
import type { z } from 'zod';
import type { Actor } from '../actor.ts';
import { done, refuse, type Result } from '../result.ts';
import { endOfDay, type giveSeatInput } from './account.ts';
import { mayKeepMembers } from './policy.ts';

/** The secretariat lets somebody who has an account hold a seat, too: a successor, or a second office. */
export async function giveSeat(
  actor: Actor,
  { seatId, email, from, until }: z.output<typeof giveSeatInput>,
): Promise<Result<{ governmentId: string }>> {
  if (!mayKeepMembers(actor)) return refuse('not_allowed');
  const seat = await db().seat.findUnique({
    where: { id: seatId },
    select: { governmentId: true, closedAt: true },
  });
  if (!seat) return refuse('not_found');
  if (seat.closedAt) return refuse('seat_closed');
  const account = await db().account.findFirst({ where: { email, closedAt: null }, select: { id: true } });
  if (!account) return refuse('email_unknown');

  return commit(async (tx) => {
    await oneAtATime(tx, `tenure:${seatId}:${account.id}`);
    const held = await tx.tenure.count({
      where: { seatId, accountId: account.id, OR: [{ to: null }, { to: { gt: from } }] },
    });
    if (held > 0) return refuse('already_changed');
    const to = until ? endOfDay(until) : null;
    await tx.tenure.create({ data: { id: uuid(), seatId, accountId: account.id, from, to } });
    return done({ governmentId: seat.governmentId });
  });
}
