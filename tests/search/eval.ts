// `npm run search:eval -- FILE.json [--faults]`: how well the real index, with the glossary of the product, finds a labelled set.
// FILE is `{texts: [{id, lang, body}], queries: [{q, relevant: [ids]}]}`. The last line is one JSON object.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openDatabase, useDatabase } from '#app/db/client.server.ts';
import { migrate } from '#app/db/migrate.server.ts';
import { ensureGlossary } from '#app/domain/glossary/ensure-glossary.server.ts';
import { ensureGovernments } from '#app/domain/government/ensure-governments.server.ts';
import { indexTexts, judge, labelledSet } from './judge.ts';

const [file, ...options] = process.argv.slice(2);
if (file === undefined) {
  console.error('Usage: npm run search:eval -- FILE.json [--faults]');
  process.exit(2);
}
const set = labelledSet.parse(JSON.parse(fs.readFileSync(file, 'utf8')));
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tideline-search-'));
const database = await openDatabase({ folder });
try {
  await migrate(database);
  useDatabase(database);
  await ensureGovernments();
  await ensureGlossary();
  await indexTexts(set.texts);
  const { figures, faults } = await judge(set);
  console.log(`${set.texts.length} texts, ${set.queries.length} queries.`);
  if (options.includes('--faults'))
    for (const { q, missed, wrong } of faults)
      if (missed.length + wrong.length > 0)
        console.log(`${q}: missed ${missed.join(' ') || '-'}; wrong ${wrong.join(' ') || '-'}`);
  console.log(JSON.stringify(figures));
} finally {
  await database.close();
  fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
