import { db } from '#app/db/client.server.ts';
import { nextNumber } from '#app/db/commit.server.ts';
import type { Actor } from '../actor.ts';
import { done, refuse, type Result } from '../result.ts';
import { indexThings } from '../search/index-things.server.ts';
import { markTermsChanged } from '../translation/mark-terms-changed.server.ts';
import { glossarySeries } from './find-words.server.ts';
import { mayVerifyTerms } from './policy.ts';

/** Takes a term out of the glossary, or puts it back; its history stays. */
export async function withdrawTerm(
  actor: Actor,
  { key, withdrawn }: { key: string; withdrawn: boolean },
): Promise<Result<{ key: string }>> {
  if (!mayVerifyTerms(actor)) return refuse('not_allowed');
  return db().$transaction(async (tx) => {
    const term = await tx.glossaryTerm.findUnique({ where: { key }, select: { id: true } });
    if (!term) return refuse('not_found');
    const { count } = await tx.glossaryTerm.updateMany({
      where: { id: term.id, withdrawnAt: withdrawn ? null : { not: null } },
      data: { withdrawnAt: withdrawn ? new Date() : null },
    });
    if (count === 0) return refuse('already_changed');
    await nextNumber(tx, glossarySeries);
    await indexThings(tx, 'term', [term.id]);
    await markTermsChanged(tx, [key]);
    return done({ key });
  });
}
