import { createHash, randomBytes } from 'node:crypto';
import { commit } from '#app/db/commit.server.ts';
import type { Actor } from '../actor.ts';
import { done, type Result } from '../result.ts';

/**
 * Gives the seat a new secret address for its calendar; the one before stops working.
 * @returns the token, which is kept nowhere: show it now
 */
export async function renewFeed(actor: Actor): Promise<Result<{ token: string }>> {
  const token = randomBytes(32).toString('base64url');
  const tokenHash = hashFeedToken(token);
  const { seatId } = actor;
  return commit(async (tx) => {
    await tx.calendarFeed.upsert({
      where: { seatId },
      create: { seatId, tokenHash },
      update: { tokenHash, createdAt: new Date() },
      select: { seatId: true },
    });
    return done({ token });
  });
}

/** SHA-256, hex. Enough for a token that is random. */
export function hashFeedToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
