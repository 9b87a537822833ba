import { db } from '#app/db/client.server.ts';
import type { SearchSubject } from '#prisma/generated/enums.ts';
import type { Reader } from '../actor.ts';
import { readGlossary } from '../glossary/find-words.server.ts';
import { toTsquery } from './question.server.ts';
import { readsAs } from './readers.ts';
import { readQuery } from './widen.server.ts';

/** A filter that leaves more than this is none; the newest count. */
const mostSaying = 10_000;

/**
 * Ids of the things of one kind that the reader may see and that say what `q` asks, in any language and in the words of
 * the glossary: for the filters of lists, which add what only they know.
 */
export async function findSaying(reader: Reader, q: string, subject: SearchSubject): Promise<string[]> {
  const query = readQuery(q.slice(0, 200), await readGlossary());
  if (!query) return [];
  const rows = await db().$queryRaw<{ subjectId: string }[]>`
    SELECT d."subjectId" FROM "SearchDocument" d
    WHERE d.vector @@ (${toTsquery(query.widened, 'find')}) AND d.readers && ${readsAs(reader)}::text[]
      AND d.subject = ${subject}::"SearchSubject"
    GROUP BY d."subjectId" ORDER BY max(d.at) DESC, d."subjectId" LIMIT ${mostSaying}`;
  return rows.map(({ subjectId }) => subjectId);
}
