import { db } from '#app/db/client.server.ts';
import { commit } from '#app/db/commit.server.ts';
import { heldNow } from '../account/policy.ts';
import { notifySeats } from '../notification/notify.server.ts';
import { emptyAfterMs } from './find-empty-seats.server.ts';

/**
 * Says in the open work of every seat that has been empty too long that nobody holds it, once a handover, so that
 * counterparts know; the head of the own government hears of it.
 */
export async function tellOfEmptySeats(now = new Date()): Promise<void> {
  const handovers = await db().handover.findMany({
    where: {
      alarmedAt: null,
      tenure: { to: { lte: new Date(now.getTime() - emptyAfterMs) } },
      seat: { closedAt: null, tenures: { none: heldNow(now) } },
    },
    select: {
      id: true,
      seat: { select: { id: true, governmentId: true, titleKo: true, titleZh: true, titleEn: true } },
      tenure: { select: { to: true } },
      items: { where: { thread: { withdrawnAt: null } }, select: { threadId: true } },
    },
  });
  for (const { id, seat, tenure, items } of handovers) {
    await commit(async (tx, announce) => {
      const { count } = await tx.handover.updateMany({
        where: { id, alarmedAt: null },
        data: { alarmedAt: now },
      });
      if (count === 0) return;
      const { governmentId, titleKo: ko, titleZh: zh, titleEn: en } = seat;
      const heads = await tx.seat.findMany({
        where: { governmentId, role: 'head', closedAt: null, id: { not: seat.id } },
        select: { id: true },
      });
      const since = (tenure.to ?? now).toISOString();
      for (const { threadId } of items) {
        const payload = { governmentId, title: { ko, zh, en }, since };
        const event = await announce({
          threadId,
          type: 'seat_stood_empty',
          payload,
          actor: null,
          at: now,
          quiet: true,
        });
        const ids = heads.map((head) => head.id);
        await notifySeats(tx, event, ids, 'waits_for_us');
      }
    });
  }
}
