import type { Database } from './client.server.ts';
import { openSchemaEngine, readMigrations, readSchema } from './schema-engine.server.ts';

const noFilter = { externalTables: [], externalEnums: [] };

/**
 * Applies every migration that the database does not have yet.
 * @returns the names of those applied now
 */
export async function migrate(database: Database): Promise<string[]> {
  const engine = await openSchemaEngine(database.adapter);
  try {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: await readMigrations(),
      filters: noFilter,
    });
    return appliedMigrationNames;
  } finally {
    engine.free();
  }
}

/** SQL that leads from what the migrations produce to what the schema says; empty when they agree. */
export async function missingMigration(database: Database): Promise<string> {
  const engine = await openSchemaEngine(database.adapter);
  try {
    const { stdout } = await engine.diff({
      from: { tag: 'migrations', ...(await readMigrations()) },
      to: { tag: 'schemaDatamodel', files: await readSchema() },
      script: true,
      exitCode: null,
      filters: noFilter,
    });
    const sql = stdout ?? '';
    return sql.includes('This is an empty migration') ? '' : sql.trim();
  } finally {
    engine.free();
  }
}
