import { db } from '#app/db/client.server.ts';
import { commit } from '#app/db/commit.server.ts';
import { lookNowAndThen } from '../look-now-and-then.server.ts';
import { notifyFollowers, notifySeats } from '../notification/notify.server.ts';

const lookEveryMs = 20_000;

/**
 * Closes what has come to its deadline, each once whatever the number of processes. Who proposed it is told: the outcome
 * is to be stated.
 */
export async function closeDueDecisions(now = new Date()): Promise<void> {
  const due = await db().decision.findMany({
    where: { closedAt: null, deadline: { lte: now }, thread: { withdrawnAt: null } },
    select: { id: true, postId: true, threadId: true, seatId: true },
  });
  for (const { id, postId, threadId, seatId } of due) {
    await commit(async (tx, announce) => {
      const { count } = await tx.decision.updateMany({
        where: { id, closedAt: null },
        data: { closedAt: now },
      });
      if (count === 0) return;
      const event = await announce({
        threadId,
        type: 'decision_closed',
        payload: { postId },
        actor: null,
        at: now,
      });
      await notifySeats(tx, event, [seatId], 'waits_for_us');
      await notifyFollowers(tx, event);
    });
  }
}

/** Looks for such proposals now and then. @returns how to stop */
export function startClosingDecisions(): () => void {
  return lookNowAndThen(
    () => closeDueDecisions(),
    lookEveryMs,
    'Proposals at their deadline were not closed.',
  );
}
