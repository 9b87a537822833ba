// How search holds at 100,000 texts. `npm run bench -- search [--json] [--texts N]`.
// The last line is one JSON object; without the programs of PostgreSQL its part is null and said why in a line before.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { db, openDatabase, type Place, useDatabase } from '#app/db/client.server.ts';
import { migrate } from '#app/db/migrate.server.ts';
import { ensureGlossary } from '#app/domain/glossary/ensure-glossary.server.ts';
import { readGlossary } from '#app/domain/glossary/find-words.server.ts';
import { ensureGovernments } from '#app/domain/government/ensure-governments.server.ts';
import { findMatches } from '#app/domain/search/find-matches.server.ts';
import { readQuery } from '#app/domain/search/widen.server.ts';
import { startPostgres } from '../postgres.ts';
import { makeDatabase, urlOf } from '../postgres-database.ts';
import { generateTexts } from '../search/generate-texts.ts';
import { indexTexts, judge, labelledSet } from '../search/judge.ts';

const options = process.argv.slice(2);
const quiet = options.includes('--json');
const textsAt = options.indexOf('--texts');
const count = textsAt < 0 ? 100_000 : Number(options[textsAt + 1]);
const onPage = { offset: 0, limit: 20 };
const partSize = 1_000;
/** The texts were written one after another: one each half hour. */
const firstAt = Date.UTC(2020, 0);
const everyMs = 1_800_000;
/** The first round reads the index into memory. */
const rounds = 3;
const set = labelledSet.parse(JSON.parse(fs.readFileSync('tests/search/labelled.json', 'utf8')));
/** Words of every day besides the labelled ones, so that there are 100. */
const others = [
  ...['회의 자료', '주민', '예산', '사진', '자루'],
  ...['会议材料', '经费', '照片', '居民', '字迹'],
  ...['budget', 'equipment', 'residents', 'survey wind', 'photos'],
];
const queries = [...set.queries.map(({ q }) => q), ...others].slice(0, 100);

const runs: Record<string, Awaited<ReturnType<typeof measure>> | null> = {};
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tideline-bench-'));
runs.pglite = await measure('PGlite', { folder });
fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
const postgres = await startPostgres();
if (typeof postgres === 'string') {
  console.log(postgres);
  runs.postgresql = null;
} else {
  await makeDatabase(postgres.url, 'bench');
  runs.postgresql = await measure(`PostgreSQL ${postgres.version}`, { url: urlOf(postgres.url, 'bench') });
  await postgres.stop();
}
console.log(JSON.stringify({ bench: 'search', texts: count, queries: queries.length, ...runs }));
process.exit(0);

async function measure(name: string, place: Place) {
  const database = await openDatabase(place);
  useDatabase(database);
  await migrate(database);
  await ensureGovernments();
  await ensureGlossary();
  // On the labelled set alone: the generated texts say the same words and are nobody's answers.
  await indexTexts(set.texts);
  const { figures } = await judge(set);

  const texts = generateTexts(count);
  const started = performance.now();
  for (let from = 0; from < texts.length; from += partSize) {
    await indexTexts(
      texts.slice(from, from + partSize),
      (place) => new Date(firstAt + (from + place) * everyMs),
    );
    if (!quiet && from % 20_000 === 0) console.log(`${name}: ${from} of ${count} texts`);
  }
  const seconds = (performance.now() - started) / 1000;
  await db().$executeRaw`ANALYZE "SearchDocument"`;
  const [sizes] = await db().$queryRaw<unknown[]>`
    SELECT pg_relation_size('"SearchDocument_vector_idx"')::float8 AS index,
      pg_total_relation_size('"SearchDocument"')::float8 AS total`;
  const { index, total } = z.object({ index: z.number(), total: z.number() }).parse(sizes);

  const times: number[] = [];
  const idle: number[] = [];
  const cpu: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    for (const q of queries) {
      let found = 0;
      const before = process.cpuUsage();
      const time = await timed(async () => {
        const query = readQuery(q, await readGlossary());
        found = query ? (await findMatches(query, ['members'], {}, onPage)).total : 0;
      });
      const used = process.cpuUsage(before);
      const nothing = await timed(() => db().$queryRaw`SELECT 1`);
      if (round === 0) continue;
      times.push(time);
      cpu.push((used.user + used.system) / 1000);
      idle.push(nothing);
      if (!quiet && round === rounds && time > 40)
        console.log(`${name}: ${q}: ${time.toFixed(1)} ms, ${found} found`);
    }
  }
  // What a machine under load does to anybody: a question for nothing, and the words without an index.
  const plain: number[] = [];
  for (const q of queries.slice(0, 30))
    plain.push(
      await timed(() => db().$queryRaw`SELECT count(*) FROM "SearchDocument" WHERE body ILIKE ${`%${q}%`}`),
    );
  await database.close();
  useDatabase(undefined);
  return {
    ...figures,
    p50_ms: round(percentile(times, 0.5)),
    p95_ms: round(percentile(times, 0.95)),
    max_ms: round(Math.max(...times)),
    // The database is in it where it is embedded; whatever else the machine does is not.
    own_cpu: { p50_ms: round(percentile(cpu, 0.5)), p95_ms: round(percentile(cpu, 0.95)) },
    select_1: { p50_ms: round(percentile(idle, 0.5)), p95_ms: round(percentile(idle, 0.95)) },
    ilike: { p50_ms: round(percentile(plain, 0.5)), p95_ms: round(percentile(plain, 0.95)) },
    index_mb: round(index / 1e6),
    table_with_indexes_mb: round(total / 1e6),
    texts_per_s: Math.round(count / seconds),
    ms_per_text: round((seconds * 1000) / count),
  };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

function round(value: number): number {
  return Number(value.toFixed(2));
}
