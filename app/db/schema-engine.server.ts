import fs from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import * as engineModule from '@prisma/schema-engine-wasm/schema_engine_bg';
import type { MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm';

/** Folder of Prisma's migrations, from the project's root. */
export const migrationsFolder = path.resolve('prisma/migrations');
const schemaFolder = path.resolve('prisma/schema');

/**
 * Prisma's own schema engine in WebAssembly, on the given database. Its shadow database is an embedded PostgreSQL in
 * memory, so nothing has to be created on a server.
 */
export async function openSchemaEngine(
  adapter: SqlMigrationAwareDriverAdapterFactory,
): Promise<SchemaEngine> {
  await loadEngine();
  const withShadow: SqlMigrationAwareDriverAdapterFactory = {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    connect: () => adapter.connect(),
    connectToShadowDb: () => new PrismaPGlite(new PGlite('memory://')).connect(),
  };
  const datamodels = (await readSchema()).map(({ path: file, content }): [string, string] => [file, content]);
  return engineModule.SchemaEngine.new(
    { datamodels },
    () => {},
    bindMigrationAwareSqlAdapterFactory(withShadow),
  );
}

/** The schema files as the engine wants them. */
export async function readSchema(): Promise<{ path: string; content: string }[]> {
  const names = (await fs.readdir(schemaFolder)).filter((name) => name.endsWith('.prisma')).sort();
  return Promise.all(
    names.map(async (name) => {
      const file = path.join(schemaFolder, name);
      return { path: file, content: await fs.readFile(file, 'utf8') };
    }),
  );
}

/** The migrations on disk, oldest first, as the engine wants them. */
export async function readMigrations(): Promise<MigrationList> {
  const entries = await fs.readdir(migrationsFolder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return {
    baseDir: migrationsFolder,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(
      names.sort().map(async (name) => ({
        path: name,
        migrationFile: {
          path: 'migration.sql',
          content: {
            tag: 'ok' as const,
            value: await fs.readFile(path.join(migrationsFolder, name, 'migration.sql'), 'utf8'),
          },
        },
      })),
    ),
  };
}

let loaded: Promise<void> | undefined;

/** The package's own entry imports .wasm as a module, which Node 20 cannot: the same three steps by hand. */
function loadEngine(): Promise<void> {
  loaded ??= (async () => {
    const script = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
    const bytes = await fs.readFile(script.replace(/\.js$/, '.wasm'));
    const { instance } = await WebAssembly.instantiate(bytes, {
      './schema_engine_bg.js': { ...engineModule },
    });
    const { exports } = instance;
    engineModule.__wbg_set_wasm(exports);
    const start = exports.__wbindgen_start;
    if (typeof start !== 'function') throw new Error('The schema engine has another shape than expected.');
    start();
  })();
  return loaded;
}
