import { db, type Tx } from '#app/db/client.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import type { TranslationSubject } from '#prisma/generated/enums.ts';

const translationSelect = {
  subject: true,
  subjectId: true,
  field: true,
  language: true,
  kind: true,
  revision: true,
  text: true,
  version: true,
  engine: true,
  verifiedAt: true,
  account: { select: { name: true, nameLatin: true } },
  seat: { select: { governmentId: true, titleKo: true, titleZh: true, titleEn: true } },
  verifier: { select: { name: true, nameLatin: true } },
  verifierSeat: { select: { governmentId: true } },
} as const satisfies Prisma.TranslationSelect;

export type FoundTranslation = Prisma.TranslationGetPayload<{ select: typeof translationSelect }>;

/**
 * Every translation of these things that has words, for `pickText`. Ask about the right to see the things first: this does not.
 * @param subject one or several kinds of text that hang on the same ids
 * @param subjectIds ids as `TextRef` has them
 */
export async function translationsFor(
  subject: TranslationSubject | readonly TranslationSubject[],
  subjectIds: readonly string[],
  reads: Pick<Tx, 'translation'> = db(),
): Promise<FoundTranslation[]> {
  if (subjectIds.length === 0) return [];
  const subjects = [subject].flat();
  return reads.translation.findMany({
    where: { subject: { in: subjects }, subjectId: { in: [...subjectIds] }, text: { not: '' } },
    select: translationSelect,
    orderBy: [{ language: 'asc' }, { kind: 'asc' }, { revision: 'desc' }],
  });
}
