import type { Tx } from '#app/db/client.server.ts';
import { Prisma } from '#prisma/generated/client.ts';
import type { SearchSubject } from '#prisma/generated/enums.ts';
import { putDocuments } from './put-documents.server.ts';
import { readDocuments } from './read-documents.server.ts';

/**
 * Makes the index say about these things what is true now; what is gone is gone from it, too.
 * @param areNew nothing of them can be in the index yet
 */
export async function indexThings(
  tx: Tx,
  subject: SearchSubject,
  ids: readonly string[],
  { areNew = false }: { areNew?: boolean } = {},
): Promise<void> {
  if (ids.length === 0) return;
  const documents = await readDocuments[subject](tx, ids);
  await putDocuments(tx, documents);
  if (areNew) return;
  const kept = documents.map(
    ({ subjectId, language }) => Prisma.sql`(${subjectId}, ${language}::"Language")`,
  );
  await tx.$executeRaw`
    DELETE FROM "SearchDocument"
    WHERE subject = ${subject}::"SearchSubject" AND "subjectId" = ANY (${[...ids]}::text[])
      ${kept.length > 0 ? Prisma.sql`AND ("subjectId", language) NOT IN (${Prisma.join(kept)})` : Prisma.empty}`;
}
