import { v7 as uuid } from 'uuid';
import { db } from '#app/db/client.server.ts';
import { nextNumber, oneAtATime } from '#app/db/commit.server.ts';
import type { Actor } from '../actor.ts';
import { done, refuse, type Result } from '../result.ts';
import { indexThings } from '../search/index-things.server.ts';
import { markTermsChanged } from '../translation/mark-terms-changed.server.ts';
import { glossarySeries } from './find-words.server.ts';
import { mayWriteTerms } from './policy.ts';
import { putContent } from './put-content.server.ts';
import { contentOf, type TermInput } from './term.ts';

/**
 * Writes a new term, or another wording of one that the editor saw in its present revision. The wording before stays in
 * the history; what was verified was another one.
 * @param key null for a new term
 */
export async function writeTerm(
  actor: Actor,
  key: string | null,
  input: TermInput,
): Promise<Result<{ key: string }>> {
  if (!mayWriteTerms(actor)) return refuse('not_allowed');
  const { note, revision, ...words } = input;
  const content = contentOf(words);
  const { accountId, seatId } = actor;
  return db().$transaction(async (tx) => {
    const named = key ?? keyOf(input.en[0] ?? '');
    await oneAtATime(tx, `term:${named}`);
    const present = await tx.glossaryTerm.findUnique({
      where: { key: named },
      select: { id: true, revision: true, withdrawnAt: true },
    });
    if (key === null ? present !== null : present?.revision !== revision)
      return refuse(key !== null && !present ? 'not_found' : 'already_changed');
    const id = present?.id ?? uuid();
    if (!present)
      await tx.glossaryTerm.create({ data: { id, key: named, field: content.field }, select: { id: true } });
    const next = (present?.revision ?? 0) + 1;
    await putContent(tx, id, { content, revision: next, note, accountId, seatId });
    await nextNumber(tx, glossarySeries);
    await indexThings(tx, 'term', [id]);
    await markTermsChanged(tx, [named]);
    return done({ key: named });
  });
}

/** The English word as it stands in an address. */
function keyOf(word: string): string {
  const plain = word
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return plain || uuid();
}
