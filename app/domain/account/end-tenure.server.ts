import { commit, oneAtATime } from '#app/db/commit.server.ts';
import type { Actor } from '../actor.ts';
import { startHandover } from '../handover/start-handover.server.ts';
import { done, refuse, type Result } from '../result.ts';
import { heldNow, mayKeepMembers } from './policy.ts';
import { sayThatSessionsEnded } from './sessions-ended.server.ts';
import { sessionsOfSeat } from './sessions-of-seat.server.ts';

/**
 * The person leaves the seat now; the seat keeps its work, and its handover starts. The secret address of its calendar
 * ends, for who left knows it. The secretariat cannot lock itself out.
 */
export async function endTenure(
  actor: Actor,
  { tenureId }: { tenureId: string },
): Promise<Result<{ governmentId: string }>> {
  if (!mayKeepMembers(actor)) return refuse('not_allowed');
  const now = new Date();
  const open = { OR: [{ to: null }, { to: { gt: now } }] };

  const result = await commit(async (tx) => {
    await oneAtATime(tx, 'secretariat');
    const tenure = await tx.tenure.findUnique({
      where: { id: tenureId },
      select: { seatId: true, accountId: true, seat: { select: { governmentId: true } } },
    });
    if (!tenure) return refuse('not_found');
    const others = await tx.tenure.count({
      where: { AND: [heldNow(now), { seat: { role: 'secretariat' } }, { id: { not: tenureId } }] },
    });
    if (others === 0) return refuse('last_secretariat');
    const { count } = await tx.tenure.updateMany({ where: { id: tenureId, ...open }, data: { to: now } });
    if (count === 0) return refuse('already_changed');
    await tx.calendarFeed.deleteMany({ where: { seatId: tenure.seatId } });
    await startHandover(tx, tenureId, now);
    return done(tenure);
  });
  if (!result.ok) return result;
  const { seatId, accountId, seat } = result.value;
  sayThatSessionsEnded(await sessionsOfSeat(seatId, accountId));
  return done(seat);
}
