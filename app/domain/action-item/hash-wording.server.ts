import { createHash } from 'node:crypto';
import { db, type Tx } from '#app/db/client.server.ts';
import type { Language, TranslationField } from '#prisma/generated/enums.ts';

/**
 * SHA-256, hex, of everything that the parties agree to, in every language that a person has put it into: title, common
 * wording, due date, and of each party the role, the grade, its own words and its own date. The same words always give
 * the same hash.
 */
export async function hashWording(
  actionItemId: string,
  reads: Pick<Tx, 'actionItem' | 'translation'> = db(),
): Promise<string> {
  const item = await reads.actionItem.findUniqueOrThrow({
    where: { id: actionItemId },
    select: {
      title: true,
      text: true,
      language: true,
      revision: true,
      dueOn: true,
      commitments: {
        orderBy: { governmentId: 'asc' },
        select: {
          id: true,
          governmentId: true,
          role: true,
          grade: true,
          text: true,
          language: true,
          dueOn: true,
        },
      },
    },
  });
  const translations = await reads.translation.findMany({
    where: {
      subject: { in: ['action_item', 'commitment'] },
      subjectId: { in: [actionItemId, ...item.commitments.map(({ id }) => id)] },
      revision: item.revision,
      kind: 'human',
    },
    select: { subjectId: true, field: true, language: true, text: true },
  });
  const inAllLanguages = (id: string, field: TranslationField, text: string, language: Language | null) =>
    [{ language, text }, ...translations.filter((one) => one.subjectId === id && one.field === field)]
      .map((one): [string, string] => [one.language ?? '', one.text])
      .sort(([a], [b]) => (a < b ? -1 : 1));
  const wording = [
    inAllLanguages(actionItemId, 'title', item.title, item.language),
    inAllLanguages(actionItemId, 'text', item.text, item.language),
    item.dueOn?.toISOString() ?? null,
    item.commitments.map((one) => [
      one.governmentId,
      one.role,
      one.grade,
      inAllLanguages(one.id, 'text', one.text, one.language),
      one.dueOn?.toISOString() ?? null,
    ]),
  ];
  return createHash('sha256').update(JSON.stringify(wording)).digest('hex');
}
