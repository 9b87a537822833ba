import type { Tx } from '#app/db/client.server.ts';
import type { TermContent } from './term.ts';

/** Makes a wording the present one of a term, and keeps it in the history. */
export async function putContent(
  tx: Tx,
  termId: string,
  {
    content,
    revision,
    note,
    accountId,
    seatId,
  }: {
    content: TermContent;
    revision: number;
    note: string;
    accountId: string | null;
    seatId: string | null;
  },
): Promise<void> {
  const { field, definitions, words, source } = content;
  await tx.glossaryTerm.update({
    where: { id: termId },
    data: {
      field,
      source,
      revision,
      definitionKo: definitions.ko,
      definitionZh: definitions.zh,
      definitionEn: definitions.en,
      ...{ verifiedAt: null, verifierId: null, verifierSeatId: null },
    },
    select: { id: true },
  });
  await tx.glossaryWord.deleteMany({ where: { termId } });
  await tx.glossaryWord.createMany({
    data: words.map(({ language, kind, text }, position) => ({ termId, language, position, kind, text })),
  });
  await tx.glossaryRevision.create({
    data: { termId, revision, content, note, accountId, seatId },
    select: { termId: true },
  });
}
