import { v7 as uuid } from 'uuid';
import { db } from '#app/db/client.server.ts';
import { commit, oneAtATime } from '#app/db/commit.server.ts';
import type { z } from 'zod';
import type { Actor } from '../actor.ts';
import { done, refuse, type Result } from '../result.ts';
import { endOfDay, type makeAccountInput } from './account.ts';
import { makeInvitation } from './one-time-link.server.ts';
import { mayKeepMembers } from './policy.ts';

/**
 * The secretariat makes an account that holds a seat.
 * @returns the token of the invitation, shown once
 */
export async function makeAccount(
  actor: Actor,
  { seatId, from, until, ...person }: z.output<typeof makeAccountInput>,
): Promise<Result<{ accountId: string; governmentId: string; token: string }>> {
  if (!mayKeepMembers(actor)) return refuse('not_allowed');
  const seat = await db().seat.findUnique({
    where: { id: seatId },
    select: { governmentId: true, closedAt: true },
  });
  if (!seat) return refuse('not_found');
  if (seat.closedAt) return refuse('seat_closed');

  return commit(async (tx) => {
    await oneAtATime(tx, `account:${person.email}`);
    if (await tx.account.findUnique({ where: { email: person.email }, select: { id: true } }))
      return refuse('email_taken');
    const { id: accountId } = await tx.account.create({
      data: { id: uuid(), ...person },
      select: { id: true },
    });
    await tx.tenure.create({
      data: { id: uuid(), seatId, accountId, from, to: until ? endOfDay(until) : null },
    });
    const token = await makeInvitation(tx, accountId, seatId);
    return done({ accountId, governmentId: seat.governmentId, token });
  });
}
