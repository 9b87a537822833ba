import { randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { migrate } from '#app/db/migrate.server.ts';
import { type Database, openDatabase, useDatabase } from '#app/db/client.server.ts';
import { ensureGovernments } from '#app/domain/government/ensure-governments.server.ts';
import { dropDatabase, emptyOfConnections, makeDatabase, urlOf } from './postgres-database.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A migrated database with the code lists in it, which every test file copies. */
    template: { dump: string } | { url: string; name: string };
  }
}

/** Migrates once; test files then copy the result instead of migrating again. */
export default async function makeTemplate(project: TestProject): Promise<() => Promise<void>> {
  const url = process.env.TEST_DATABASE_URL;
  if (url) {
    const name = `tideline_template_${randomBytes(4).toString('hex')}`;
    await makeDatabase(url, name);
    const database = await openDatabase({ url: urlOf(url, name) });
    await fill(database);
    await database.close();
    // The schema engine's own connections linger.
    await emptyOfConnections(url, name);
    project.provide('template', { url, name });
    return () => dropDatabase(url, name);
  }

  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'tideline-test-'));
  const dump = path.join(folder, 'template.tar');
  const database = await openDatabase({ memory: true });
  await fill(database);
  const blob = await database.embedded?.dumpDataDir('none');
  if (!blob) throw new Error('The embedded database gave no copy of itself.');
  await fs.writeFile(dump, Buffer.from(await blob.arrayBuffer()));
  await database.close();
  project.provide('template', { dump });
  return () => fs.rm(folder, { recursive: true, force: true });
}

async function fill(database: Database): Promise<void> {
  await migrate(database);
  useDatabase(database);
  await ensureGovernments();
  useDatabase(undefined);
}
