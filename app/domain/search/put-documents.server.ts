import { v7 as uuid } from 'uuid';
import type { Tx } from '#app/db/client.server.ts';
import { Prisma } from '#prisma/generated/client.ts';
import type { Language, SearchSubject } from '#prisma/generated/enums.ts';
import { indexWords, tokenizerVersion } from './index-words.server.ts';

/** One thing in one language, as it goes into the index. */
export type NewDocument = {
  subject: SearchSubject;
  subjectId: string;
  language: Language;
  isOriginal: boolean;
  threadId: string | null;
  onlyGovernmentId: string | null;
  readers: readonly string[];
  governmentIds: readonly string[];
  state: string | null;
  at: Date;
  title: string;
  body: string;
  /** Found by, but never shown: numbers, names beside the title. */
  besides?: string;
};

/** PostgreSQL takes 65,535 parameters in one statement. */
const mostRows = 500;

/** Writes documents, each over the one of the same subject and language. */
export async function putDocuments(
  tx: Pick<Tx, '$executeRaw'>,
  documents: readonly NewDocument[],
): Promise<void> {
  for (let from = 0; from < documents.length; from += mostRows) {
    const rows = documents.slice(from, from + mostRows).map((document) => {
      const { pairs, latin } = indexWords([document.title, document.body, document.besides ?? '']);
      return Prisma.sql`(${uuid()}::uuid, ${document.subject}::"SearchSubject", ${document.subjectId},
        ${document.language}::"Language", ${document.isOriginal}::boolean, ${document.threadId}::uuid,
        ${document.onlyGovernmentId}, ${[...document.readers]}::text[], ${[...document.governmentIds]}::text[],
        ${document.state}, ${document.at}::timestamptz, ${document.title}, ${document.body}, ${tokenizerVersion},
        ${pairs}::tsvector || to_tsvector('english', ${latin}))`;
    });
    await tx.$executeRaw`
      INSERT INTO "SearchDocument" (id, subject, "subjectId", language, "isOriginal", "threadId", "onlyGovernmentId",
        readers, "governmentIds", state, at, title, body, tokenizer, vector)
      VALUES ${Prisma.join(rows)}
      ON CONFLICT (subject, "subjectId", language) DO UPDATE SET
        "isOriginal" = excluded."isOriginal", "threadId" = excluded."threadId",
        "onlyGovernmentId" = excluded."onlyGovernmentId", readers = excluded.readers,
        "governmentIds" = excluded."governmentIds", state = excluded.state, at = excluded.at,
        title = excluded.title, body = excluded.body, tokenizer = excluded.tokenizer, vector = excluded.vector`;
  }
}
