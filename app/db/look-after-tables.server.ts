import { z } from 'zod';
import type { Database } from './client.server.ts';

const everyMs = 10 * 60_000;

/** The thresholds of PostgreSQL's own autovacuum: 50 rows and a tenth changed, 50 rows and a fifth dead. */
const neglectedTables = `
  SELECT quote_ident(s.relname) AS name, s.n_dead_tup > 50 + 0.2 * greatest(c.reltuples, 0) AS littered
  FROM pg_stat_user_tables s JOIN pg_class c ON c.oid = s.relid
  WHERE s.schemaname = 'public' AND (
    (c.reltuples < 0 AND s.n_live_tup > 50)
    OR s.n_mod_since_analyze > 50 + 0.1 * greatest(c.reltuples, 0)
    OR s.n_dead_tup > 50 + 0.2 * greatest(c.reltuples, 0))
  ORDER BY s.relname`;
const rowsSchema = z.array(z.object({ name: z.string(), littered: z.boolean() }));

/**
 * What autovacuum does on a PostgreSQL server and nobody in the embedded one: renews the statistics of tables that have
 * changed, by which queries are planned (a page of a million incidents took a hundred times as long without), and gives
 * back the room of dead rows. One table at a time, so that others get their turn between two. Does nothing on a server.
 * @returns the tables that it looked after
 */
export async function lookAfterTables({ embedded }: Pick<Database, 'embedded'>): Promise<string[]> {
  if (!embedded) return [];
  const neglected = rowsSchema.parse((await embedded.query(neglectedTables)).rows);
  for (const { name, littered } of neglected) {
    if (embedded.closed) break;
    await embedded.exec(littered ? `VACUUM (ANALYZE) ${name}` : `ANALYZE ${name}`);
  }
  return neglected.map(({ name }) => name);
}

/** `lookAfterTables` every ten minutes. @returns how to stop, once no table is being looked after */
export function keepTables(database: Database): () => Promise<void> {
  let looking: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    looking = looking
      .then(() => lookAfterTables(database))
      .catch((error: unknown) => console.error('The tables were not looked after.', error));
  }, everyMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await looking;
  };
}
