import { db, type Tx } from '#app/db/client.server.ts';
import { oneAtATime } from '#app/db/commit.server.ts';
import { Prisma } from '#prisma/generated/client.ts';
import { SearchSubject } from '#prisma/generated/enums.ts';
import { indexThings } from './index-things.server.ts';
import { tokenizerVersion } from './index-words.server.ts';

/** Things taken into the index in one transaction: a fraction of a second, so that nobody waits for it. */
const partSize = 100;
/**
 * Things looked at for it. Which of them lack is asked by their ids: an anti join over everything is planned by
 * statistics, and with those of a smaller world it took minutes at 100,000 incidents.
 */
const lookedAt = 500;

const noThread = Prisma.sql`NULL::uuid`;
const ofThread = Prisma.sql`s."threadId"`;
const isDecision = Prisma.sql`EXISTS (SELECT FROM "Decision" o WHERE o."postId" = s.id)`;
const uuids = Prisma.sql`uuid`;

/** Where the things of each kind stand, with the thread that guards their change and the type of their id. */
const sources = {
  incident: { table: Prisma.sql`"Incident"`, thread: ofThread, type: uuids, which: Prisma.sql`true` },
  action_item: { table: Prisma.sql`"ActionItem"`, thread: ofThread, type: uuids, which: Prisma.sql`true` },
  meeting: { table: Prisma.sql`"Meeting"`, thread: ofThread, type: uuids, which: Prisma.sql`true` },
  topic: {
    table: Prisma.sql`"Thread"`,
    thread: Prisma.sql`s.id`,
    type: uuids,
    which: Prisma.sql`s.subject = 'topic' AND s.title IS NOT NULL AND s."titleLanguage" IS NOT NULL`,
  },
  post: {
    table: Prisma.sql`"Post"`,
    thread: ofThread,
    type: uuids,
    which: Prisma.sql`s."deletedAt" IS NULL AND NOT ${isDecision}`,
  },
  decision: {
    table: Prisma.sql`"Post"`,
    thread: ofThread,
    type: uuids,
    which: Prisma.sql`s."deletedAt" IS NULL AND ${isDecision}`,
  },
  file: { table: Prisma.sql`"SheetImport"`, thread: noThread, type: uuids, which: Prisma.sql`true` },
  government: {
    table: Prisma.sql`"Government"`,
    thread: noThread,
    type: Prisma.sql`text`,
    which: Prisma.sql`true`,
  },
  term: {
    table: Prisma.sql`"GlossaryTerm"`,
    thread: noThread,
    type: uuids,
    which: Prisma.sql`s."withdrawnAt" IS NULL AND s.key NOT LIKE 'place-%'`,
  },
} as const satisfies Record<SearchSubject, Record<'table' | 'thread' | 'type' | 'which', Prisma.Sql>>;

/**
 * Takes everything into the index that is not in it, or was cut by another version of the tokenizer; part by part, so
 * that it goes on where it stopped when the process ends. Two processes share the work.
 * @param wanted false ends it after the part at hand
 * @param rest between two parts, for those who read and write meanwhile; hears how long the part took
 */
export async function fillIndex(
  wanted: () => boolean = () => true,
  rest: (tookMs: number) => Promise<unknown> = () => Promise.resolve(),
): Promise<void> {
  const begun = await db().searchJob.findUnique({ where: { id: tokenizerVersion }, select: { id: true } });
  if (!begun) {
    await db().searchJob.upsert({
      where: { id: tokenizerVersion },
      create: { id: tokenizerVersion, total: await countLacking() },
      update: {},
      select: { id: true },
    });
  }
  for (const subject of Object.values(SearchSubject)) {
    let after: string | null | undefined = null;
    while (after !== undefined && wanted()) {
      const began = performance.now();
      after = await fillPart(subject, after);
      await rest(performance.now() - began);
    }
  }
  if (!wanted()) return;
  await db().searchJob.updateMany({
    where: { id: tokenizerVersion, finishedAt: null },
    data: { finishedAt: new Date() },
  });
}

/** The next part after this id; answers the last id of it, undefined when nothing was left. */
async function fillPart(subject: SearchSubject, after: string | null): Promise<string | undefined> {
  const { table, thread, type, which } = sources[subject];
  const later = after === null ? Prisma.sql`true` : Prisma.sql`s.id > ${after}::${type}`;
  return db().$transaction(
    async (tx) => {
      await oneAtATime(tx, `search-fill-${subject}`);
      const next = await tx.$queryRaw<{ id: string; threadId: string | null }[]>`
        SELECT s.id::text AS id, ${thread} AS "threadId" FROM ${table} s WHERE ${which} AND ${later}
        ORDER BY s.id LIMIT ${lookedAt}`;
      const there = await tx.searchDocument.findMany({
        where: { subject, subjectId: { in: next.map(({ id }) => id) }, tokenizer: tokenizerVersion },
        select: { subjectId: true },
      });
      const present = new Set(there.map(({ subjectId }) => subjectId));
      const lacking = next.filter(({ id }) => !present.has(id)).slice(0, partSize);
      await lockThreads(
        tx,
        lacking.flatMap(({ threadId }) => threadId ?? []),
      );
      await indexThings(
        tx,
        subject,
        lacking.map(({ id }) => id),
      );
      await tx.searchJob.update({
        where: { id: tokenizerVersion },
        data: { done: { increment: lacking.length } },
        select: { id: true },
      });
      return (lacking.length < partSize ? next : lacking).at(-1)?.id;
    },
    { maxWait: 60_000, timeout: 60_000 },
  );
}

/** Whoever changes them meanwhile waits, and writes the newer words afterwards. */
async function lockThreads(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.$queryRaw`SELECT id FROM "Thread" WHERE id = ANY (${[...ids]}::uuid[]) ORDER BY id FOR UPDATE`;
}

/** What there is less what is in the index. */
async function countLacking(): Promise<number> {
  const counts = await Promise.all(
    Object.values(SearchSubject).map(async (subject) => {
      const { table, which } = sources[subject];
      const [row] = await db().$queryRaw<{ n: bigint }[]>`
        SELECT (SELECT count(*) FROM ${table} s WHERE ${which}) - (
          SELECT count(DISTINCT d."subjectId") FROM "SearchDocument" d
          WHERE d.subject = ${subject}::"SearchSubject" AND d.tokenizer = ${tokenizerVersion}) AS n`;
      return Math.max(0, Number(row?.n ?? 0));
    }),
  );
  return counts.reduce((sum, n) => sum + n, 0);
}
