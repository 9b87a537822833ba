import { db } from '#app/db/client.server.ts';

/** Sessions that may be acting in a seat, of everybody or of one account: their rights are about to change. */
export async function sessionsOfSeat(seatId: string, accountId?: string): Promise<string[]> {
  const sessions = await db().session.findMany({
    where: {
      OR: [{ seatId }, { seatId: null, account: { tenures: { some: { seatId } } } }],
      ...(accountId ? { accountId } : {}),
    },
    select: { id: true },
  });
  return sessions.map(({ id }) => id);
}
