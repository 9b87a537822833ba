import { commit, oneAtATime } from '#app/db/commit.server.ts';
import type { Actor } from '../actor.ts';
import { done, refuse, type Result } from '../result.ts';
import { heldNow, mayKeepMembers } from './policy.ts';
import { sayThatSessionsEnded } from './sessions-ended.server.ts';
import { sessionsOfSeat } from './sessions-of-seat.server.ts';

/** The seat ends with everybody's tenure in it. What was done in it stays. The secretariat keeps one seat held. */
export async function closeSeat(
  actor: Actor,
  { seatId }: { seatId: string },
): Promise<Result<{ governmentId: string }>> {
  if (!mayKeepMembers(actor)) return refuse('not_allowed');
  const now = new Date();
  const sessionIds = await sessionsOfSeat(seatId);

  const result = await commit(async (tx): Promise<Result<{ governmentId: string }>> => {
    await oneAtATime(tx, 'secretariat');
    const seat = await tx.seat.findUnique({
      where: { id: seatId },
      select: { governmentId: true, closedAt: true },
    });
    if (!seat) return refuse('not_found');
    if (seat.closedAt) return refuse('already_changed');
    const others = await tx.tenure.count({
      where: { AND: [heldNow(now), { seat: { role: 'secretariat' } }, { seatId: { not: seatId } }] },
    });
    if (others === 0) return refuse('last_secretariat');
    const { count } = await tx.seat.updateMany({
      where: { id: seatId, closedAt: null },
      data: { closedAt: now },
    });
    if (count === 0) return refuse('already_changed');
    await tx.tenure.updateMany({
      where: { seatId, OR: [{ to: null }, { to: { gt: now } }] },
      data: { to: now },
    });
    return done({ governmentId: seat.governmentId });
  });
  if (result.ok) sayThatSessionsEnded(sessionIds);
  return result;
}
