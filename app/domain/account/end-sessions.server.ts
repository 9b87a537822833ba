import { db } from '#app/db/client.server.ts';
import { sayThatSessionsEnded } from './sessions-ended.server.ts';
import { hashToken } from './token.server.ts';

/** Signs out one browser. Nothing happens when it was signed out already. */
export async function endSession(token: string): Promise<void> {
  await end({ tokenHash: hashToken(token) });
}

/** Signs the account out everywhere, or everywhere but in the session to keep. */
export async function endSessionsOf(accountId: string, keep?: { sessionId: string }): Promise<void> {
  await end({ accountId, ...(keep ? { id: { not: keep.sessionId } } : {}) });
}

async function end(
  where: { tokenHash: string } | { accountId: string; id?: { not: string } },
): Promise<void> {
  const ended = await db().session.findMany({ where, select: { id: true } });
  const ids = ended.map(({ id }) => id);
  await db().session.deleteMany({ where: { id: { in: ids } } });
  sayThatSessionsEnded(ids);
}
