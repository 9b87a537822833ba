// npm run db:diff -- name: writes the migration that leads from prisma/migrations to prisma/schema.
import fs from 'node:fs/promises';
import path from 'node:path';
import { openDatabase } from '#app/db/client.server.ts';
import { missingMigration } from '#app/db/migrate.server.ts';
import { migrationsFolder } from '#app/db/schema-engine.server.ts';

const name = process.argv[2];
if (!name || !/^[a-z][a-z0-9_-]*$/.test(name)) {
  console.error('Give the migration a name in lower case: npm run db:diff -- add-offers');
  process.exit(1);
}
await fs.mkdir(migrationsFolder, { recursive: true });
const database = await openDatabase({ memory: true });
const sql = await missingMigration(database);
await database.close();
if (sql === '') {
  console.log('The migrations already produce the schema.');
} else {
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = path.join(migrationsFolder, `${stamp}_${name.replaceAll('-', '_')}`);
  await fs.mkdir(folder);
  await fs.writeFile(path.join(folder, 'migration.sql'), `${sql}\n`);
  await fs.writeFile(path.join(migrationsFolder, 'migration_lock.toml'), 'provider = "postgresql"\n');
  console.log(`Wrote ${path.relative(process.cwd(), folder)}/migration.sql`);
}
process.exit(0);
