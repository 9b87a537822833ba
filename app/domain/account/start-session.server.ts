import { v7 as uuid } from 'uuid';
import { db } from '#app/db/client.server.ts';
import { heldNow } from './policy.ts';
import { sessionLifetimeMs } from './session.ts';
import { newToken } from './token.server.ts';

/**
 * Starts a session with a new token. The seat is chosen already when there is one only, or when `seatId` says so.
 * @returns the token for the cookie; the database has its hash only
 */
export async function startSession(
  accountId: string,
  seatId?: string,
): Promise<{ token: string; sessionId: string }> {
  const now = new Date();
  const { token, tokenHash } = newToken();
  const held = await db().tenure.findMany({
    where: { accountId, ...heldNow(now), ...(seatId ? { seatId } : {}) },
    select: { seatId: true },
    distinct: ['seatId'],
  });
  const session = await db().session.create({
    data: {
      id: uuid(),
      tokenHash,
      accountId,
      seatId: held.length === 1 ? (held[0]?.seatId ?? null) : null,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + sessionLifetimeMs),
    },
    select: { id: true },
  });
  await db().session.deleteMany({ where: { expiresAt: { lte: now } } });
  return { token, sessionId: session.id };
}
