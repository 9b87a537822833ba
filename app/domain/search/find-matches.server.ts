import { db } from '#app/db/client.server.ts';
import { Prisma } from '#prisma/generated/client.ts';
import { type Language, SearchSubject } from '#prisma/generated/enums.ts';
import { toTsquery } from './question.server.ts';
import type { OwnTime } from '../actor.ts';
import type { ReadQuery } from './widen.server.ts';

export type MatchFilters = {
  subject?: SearchSubject | undefined;
  governmentIds?: readonly string[] | undefined;
  language?: Language | undefined;
  state?: string | undefined;
  since?: Date | undefined;
  until?: Date | undefined;
  /** Only what hangs on threads of this time, as `visibleTo` says it of who has left a seat. */
  ownTime?: OwnTime | undefined;
};

/** One thing that was found; `language` is that of the text in which the words stand best. */
export type Match = { subject: SearchSubject; subjectId: string; language: Language };

/** A thing is found in so many documents, at most. */
const languages = 3;
/** So many documents, the newest in the language of the query first, are put in order by how well they answer. */
const mostRanked = 200;

type Row = Match & { counts: unknown };

/**
 * Everything in the index that these readers may see and that says what the query asks, once each: first in the
 * language of the query and in the words as typed, then by how well the words stand, then newest. Of very many the older
 * ones follow as they come.
 * @param readers as `readsAs` says
 * @returns `counts` by subject, without the filter by subject
 */
export async function findMatches(
  query: ReadQuery,
  readers: readonly string[],
  filters: MatchFilters,
  { offset, limit }: { offset: number; limit: number },
): Promise<{ matches: Match[]; total: number; counts: Partial<Record<SearchSubject, number>> }> {
  const direct = toTsquery(query.direct, 'order');
  const widened = toTsquery(query.widened, 'find');
  const own = Prisma.sql`(d.language = ${query.language}::"Language")::int`;
  const rows = await db().$queryRaw<Row[]>`
    WITH found AS MATERIALIZED (
      SELECT d.ctid AS place, d.subject, hashtextextended(d."subjectId", 0) AS thing, d.at, ${own} AS own
      FROM "SearchDocument" d
      WHERE d.vector @@ (${widened}) AND d.readers && ${[...readers]}::text[] ${narrowed(filters)}
    ), newest AS MATERIALIZED (
      SELECT place FROM found
      ${filters.subject ? Prisma.sql`WHERE subject = ${filters.subject}::"SearchSubject"` : Prisma.empty}
      ORDER BY own DESC, at DESC, place LIMIT ${Math.max(mostRanked, languages * (offset + limit))}
    ), ranked AS (
      SELECT DISTINCT ON (d.subject, d."subjectId") d.subject, d."subjectId", d.language, d.at,
        4 * ${own} + CASE WHEN d.vector @@ (${direct}) THEN 2 ELSE 0 END + ts_rank(d.vector, ${direct}) AS score
      FROM newest JOIN "SearchDocument" d ON d.ctid = newest.place
      ORDER BY d.subject, d."subjectId", score DESC
    ), counted AS (
      SELECT subject, count(*) AS n FROM (SELECT DISTINCT subject, thing FROM found) things GROUP BY subject
    )
    SELECT subject::text, "subjectId", language::text,
      (SELECT json_object_agg(subject, n) FROM counted) AS counts
    FROM ranked ORDER BY score DESC, at DESC, "subjectId" LIMIT ${limit} OFFSET ${offset}`;
  const counts = countsOf(rows[0]?.counts);
  return {
    matches: rows.map(({ subject, subjectId, language }) => ({ subject, subjectId, language })),
    total: filters.subject
      ? (counts[filters.subject] ?? 0)
      : Object.values(counts).reduce((sum, n) => sum + n, 0),
    counts,
  };
}

function narrowed({ governmentIds, language, state, since, until, ownTime }: MatchFilters): Prisma.Sql {
  const parts = [
    ...(governmentIds ? [Prisma.sql`AND d."governmentIds" && ${[...governmentIds]}::text[]`] : []),
    ...(language ? [Prisma.sql`AND d.language = ${language}::"Language" AND d."isOriginal"`] : []),
    ...(state ? [Prisma.sql`AND d.state = ${state}`] : []),
    ...(since ? [Prisma.sql`AND d.at >= ${since}`] : []),
    ...(until ? [Prisma.sql`AND d.at < ${until}`] : []),
    ...(ownTime
      ? [
          Prisma.sql`AND (d."threadId" IS NULL OR EXISTS (SELECT 1 FROM "Thread" t WHERE t.id = d."threadId"
            AND t."createdAt" <= ${ownTime.to} AND t."lastEventAt" >= ${ownTime.from}))`,
        ]
      : []),
  ];
  return parts.length > 0 ? Prisma.join(parts, ' ') : Prisma.empty;
}

function countsOf(counts: unknown): Partial<Record<SearchSubject, number>> {
  if (typeof counts !== 'object' || counts === null) return {};
  const given = new Map(Object.entries(counts));
  return Object.fromEntries(
    Object.values(SearchSubject).flatMap((subject) => {
      const count = Number(given.get(subject) ?? 0);
      return count > 0 ? [[subject, count]] : [];
    }),
  );
}
