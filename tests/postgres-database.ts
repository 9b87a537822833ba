import { Client } from 'pg';

/** The same server, another database. */
export function urlOf(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

/** Makes an empty database, or a copy of `template`, on a PostgreSQL server. */
export async function makeDatabase(server: string, name: string, template?: string): Promise<void> {
  await run(
    server,
    `CREATE DATABASE "${name}" TEMPLATE "${template ?? 'template0'}"${template ? '' : " ENCODING 'UTF8'"}`,
  );
}

/** Ends every connection to a database, so that it can be copied. */
export async function emptyOfConnections(server: string, name: string): Promise<void> {
  await run(server, `SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '${name}'`);
}

/** Drops it, with whoever is still connected. */
export async function dropDatabase(server: string, name: string): Promise<void> {
  await run(server, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
}

async function run(server: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
