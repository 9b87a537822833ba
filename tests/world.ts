import { randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import { afterAll, beforeAll, inject } from 'vitest';
import { type Database, openDatabase, useDatabase } from '#app/db/client.server.ts';
import { dropDatabase, makeDatabase, urlOf } from './postgres-database.ts';

/**
 * Gives this test file a database of its own, migrated and with the code lists in it, and makes it the one that verbs
 * use (`db()`). Call it once at the top of a `*.db.test.ts`; nothing is emptied between the tests of a file.
 */
export function createTestDatabase(): void {
  let close: (() => Promise<void>) | undefined;
  beforeAll(async () => {
    const opened = await openTestDatabase();
    useDatabase(opened.database);
    close = async () => {
      useDatabase(undefined);
      await opened.close();
    };
  });
  afterAll(() => close?.());
}

/** The same as a value, for tests that open and close databases themselves. */
export async function openTestDatabase(): Promise<{
  database: Database;
  url?: string;
  close: () => Promise<void>;
}> {
  const template = inject('template');
  if ('dump' in template) {
    const database = await openDatabase({ memory: true, from: new Blob([await fs.readFile(template.dump)]) });
    return { database, close: database.close };
  }
  const name = `tideline_test_${randomBytes(6).toString('hex')}`;
  await makeDatabase(template.url, name, template.name);
  const url = urlOf(template.url, name);
  const database = await openDatabase({ url });
  const close = async () => {
    await database.close();
    await dropDatabase(template.url, name);
  };
  return { database, url, close };
}
