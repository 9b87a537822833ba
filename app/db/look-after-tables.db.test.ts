import { expect, test } from 'vitest';
import { openDatabase } from './client.server.ts';
import { lookAfterTables } from './look-after-tables.server.ts';

test('renews the statistics of tables that changed much, clears those with many dead rows, and leaves the others', async () => {
  const database = await openDatabase({ memory: true });
  const { prisma } = database;
  const run = (sql: string) => prisma.$executeRawUnsafe(sql);
  const pagesOf = async (table: string) =>
    Number(
      (await prisma.$queryRawUnsafe<{ n: bigint }[]>(`SELECT pg_relation_size('"${table}"') / 8192 AS n`))[0]
        ?.n,
    );
  try {
    await run('CREATE TABLE "Large" (n int PRIMARY KEY)');
    await run('CREATE TABLE "Small" (n int PRIMARY KEY)');
    await run('INSERT INTO "Large" SELECT generate_series(1, 10000)');
    await run('INSERT INTO "Small" SELECT generate_series(1, 10)');
    await run('SELECT pg_stat_force_next_flush()');
    expect(await lookAfterTables(database)).toEqual(['"Large"']);
    const [planned] = await prisma.$queryRaw<{ rows: number }[]>`
      SELECT reltuples AS rows FROM pg_class WHERE relname = 'Large'`;
    expect(planned?.rows).toBe(10_000);
    expect(await lookAfterTables(database)).toEqual([]);

    const before = await pagesOf('Large');
    await run('DELETE FROM "Large" WHERE n > 100');
    await run('SELECT pg_stat_force_next_flush()');
    expect(await lookAfterTables(database)).toEqual(['"Large"']);
    expect(await pagesOf('Large')).toBeLessThan(before / 10);
  } finally {
    await database.close();
  }
});
