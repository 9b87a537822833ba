import { db } from '#app/db/client.server.ts';
import { commit } from '#app/db/commit.server.ts';
import type { Actor } from '../actor.ts';
import { done, refuse, type Result } from '../result.ts';
import type { DelegateInput } from './account.ts';
import { mayDelegate } from './policy.ts';

/** The head lets an officer's seat answer for the government up to a grade, or takes that back. */
export async function delegateAnswers(
  actor: Actor,
  { seatId, answersUpTo }: DelegateInput,
): Promise<Result<{ governmentId: string }>> {
  const seat = await db().seat.findFirst({
    where: { id: seatId, closedAt: null },
    select: { governmentId: true, role: true },
  });
  if (!seat) return refuse('not_found');
  if (!mayDelegate(actor, seat)) return refuse('not_allowed');
  return commit(async (tx) => {
    const { count } = await tx.seat.updateMany({
      where: { id: seatId, closedAt: null, role: 'officer' },
      data: { answersUpTo: answersUpTo ?? null },
    });
    return count === 0 ? refuse('already_changed') : done({ governmentId: seat.governmentId });
  });
}
