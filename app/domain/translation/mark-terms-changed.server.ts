import type { Tx } from '#app/db/client.server.ts';

/**
 * Machine translations whose source has one of these glossary terms in it were made with yesterday's words: they are to be
 * made again. What people wrote is theirs.
 */
export async function markTermsChanged(
  tx: Pick<Tx, 'translation'>,
  termIds: readonly string[],
): Promise<number> {
  const { count } = await tx.translation.updateMany({
    where: { kind: 'machine', state: 'done', terms: { hasSome: [...termIds] } },
    data: { state: 'stale', fault: null },
  });
  return count;
}
