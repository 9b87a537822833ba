import { db } from '#app/db/client.server.ts';
import type { Actor } from '../actor.ts';
import { done, refuse, type Result } from '../result.ts';
import { mayVerifyTerms } from './policy.ts';

/** Says that the words of this revision mean the same in all three languages. */
export async function verifyTerm(
  actor: Actor,
  { key, revision }: { key: string; revision: number },
): Promise<Result<{ key: string }>> {
  if (!mayVerifyTerms(actor)) return refuse('not_allowed');
  const { count } = await db().glossaryTerm.updateMany({
    where: { key, revision, withdrawnAt: null },
    data: { verifiedAt: new Date(), verifierId: actor.accountId, verifierSeatId: actor.seatId },
  });
  if (count > 0) return done({ key });
  const present = await db().glossaryTerm.findUnique({ where: { key }, select: { id: true } });
  return refuse(present ? 'already_changed' : 'not_found');
}
