import fs from 'node:fs/promises';
import path from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { type Prisma, PrismaClient } from '#prisma/generated/client.ts';
import { FairPGlite } from './fair-pglite.server.ts';
import { lockFolder } from './lock-folder.server.ts';
import { oncePerProcess } from './once-per-process.server.ts';
import { nameStatements } from './statement-names.server.ts';

/** A client inside a transaction. */
export type Tx = Prisma.TransactionClient;

export type Place = { url: string } | { folder: string } | { memory: true; from?: Blob };

export type Database = {
  prisma: PrismaClient;
  /** For Prisma's schema engine. */
  adapter: SqlMigrationAwareDriverAdapterFactory;
  embedded: PGlite | undefined;
  close: () => Promise<void>;
};

/**
 * Pages are in memory or on a disk without a moving head. With the default, made for one with, PostgreSQL reads the whole
 * index of the search rather than the tenth of it that a frequent word needs.
 */
const nearPages = 'SET random_page_cost = 1.1';

/** Major version of the PostgreSQL inside PGlite; a data folder belongs to one of them. */
const embeddedMajor = '18';

/**
 * Opens PostgreSQL by URL, or the embedded one in a folder or in memory. Migrates nothing.
 * @throws an Error with one clear sentence when the folder is in use or belongs to another version
 */
export async function openDatabase(place: Place): Promise<Database> {
  if ('url' in place) {
    const adapter = new PrismaPg(
      {
        connectionString: place.url,
        max: 10,
        // Behind a pooler that refuses it the plans are PostgreSQL's own.
        verify: (client, done) => client.query(nearPages, () => done()),
      },
      isPooled(place.url) ? {} : { statementNameGenerator: nameStatements() },
    );
    const prisma = new PrismaClient({ adapter });
    return { prisma, adapter, embedded: undefined, close: () => prisma.$disconnect() };
  }
  const unlock = 'folder' in place ? await prepareFolder(place.folder) : async () => {};
  const embedded = new FairPGlite(
    'folder' in place
      ? { dataDir: path.join(place.folder, 'postgres') }
      : { dataDir: 'memory://', ...(place.from ? { loadDataDir: place.from } : {}) },
  );
  await embedded.waitReady;
  await embedded.exec(nearPages);
  const adapter = new PrismaPGlite(embedded);
  const prisma = new PrismaClient({ adapter });
  const close = async () => {
    await prisma.$disconnect();
    if (!embedded.closed) await embedded.close();
    await unlock();
  };
  return { prisma, adapter, embedded, close };
}

/** A pooler that gives each transaction another connection says so in the URL, as Prisma has it: `?pgbouncer=true`. */
function isPooled(url: string): boolean {
  return new URL(url).searchParams.get('pgbouncer') === 'true';
}

async function prepareFolder(folder: string): Promise<() => Promise<void>> {
  await fs.mkdir(folder, { recursive: true });
  const unlock = await lockFolder(folder);
  const file = path.join(folder, 'postgres-version');
  const version = await fs.readFile(file, 'utf8').catch(() => undefined);
  if (version !== undefined && version.trim() !== embeddedMajor) {
    await unlock();
    throw new Error(
      `The folder ${folder} was made by PostgreSQL ${version.trim()}, but this Tideline embeds ${embeddedMajor}. ` +
        'Start the earlier release once more and move to a PostgreSQL server with pg_dump, or choose another DATA_DIR.',
    );
  }
  await fs.writeFile(file, `${embeddedMajor}\n`);
  return unlock;
}

const current = oncePerProcess<{ database: Database | undefined }>('database', () => ({
  database: undefined,
}));

/** Makes this database the one that all verbs use; `undefined` when it is closed. */
export function useDatabase(database: Database | undefined): void {
  current.database = database;
}

/** The database of this process. */
export function db(): PrismaClient {
  if (!current.database) throw new Error('The database is not open yet.');
  return current.database.prisma;
}
