// npm run import -- FILE [--mapping NAME] [--government SLUG] [--region any] [--places FILE] [--mend] [--dry-run]
// npm run import -- --undo ID [--reason TEXT]
// Ends with 0 when everything came in or was there, 2 when rows were left out, 1 when nothing could be done.
import fs from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { db, openDatabase, useDatabase } from '#app/db/client.server.ts';
import { migrate } from '#app/db/migrate.server.ts';
import { findKept } from '#app/domain/incident/import/find-import.server.ts';
import { type Finding, findingReasons } from '#app/domain/incident/import/finding.ts';
import { isKnownMapping, knownMappings } from '#app/domain/incident/import/known-mappings.ts';
import { importRegions } from '#app/domain/incident/import/mapping.ts';
import { sheetLimits } from '#app/domain/incident/import/sheet.ts';
import { withdrawImport } from '#app/domain/incident/import/undo-import.server.ts';
import { ensureGovernments } from '#app/domain/government/ensure-governments.server.ts';
import { getEnv } from '#app/env.server.ts';
import words from '../../locales/en/import.json' with { type: 'json' };
import { importSheet, SheetError } from './import-sheet.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    mapping: { type: 'string' },
    government: { type: 'string', default: 'chungnam' },
    region: { type: 'string' },
    places: { type: 'string' },
    mend: { type: 'boolean' },
    'dry-run': { type: 'boolean', default: false },
    undo: { type: 'string' },
    reason: { type: 'string', default: 'This import was a mistake.' },
  },
});

try {
  await run();
} catch (error) {
  if (error instanceof SheetError) console.error(`line ${error.line}: ${words.fault[error.fault]}`);
  else console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function run(): Promise<void> {
  if (values.undo !== undefined) return withDatabase(() => undo(values.undo ?? ''));
  const [file] = positionals;
  const region = importRegions.find((one) => one === values.region);
  if (
    !file ||
    positionals.length > 1 ||
    (values.mapping && !isKnownMapping(values.mapping)) ||
    (values.region && !region)
  ) {
    throw new Error(
      'Say which sheet: npm run import -- FILE [--mapping NAME] [--government SLUG] [--region any] [--places FILE] [--mend] [--dry-run]\n' +
        'Or which import to take back: npm run import -- --undo ID [--reason TEXT]\n' +
        `Mappings: ${Object.keys(knownMappings).join(', ')}; without one the heads of the sheet decide.`,
    );
  }
  // A file that is too large anyway need not be read.
  const { size } = await fs.stat(file);
  if (size > sheetLimits.bytes) throw new SheetError('too_large', 1);
  const bytes = await fs.readFile(file);
  const places = values.places ? await fs.readFile(values.places) : null;
  const { mapping, mend, government, 'dry-run': dryRun } = values;
  const options = { fileName: path.basename(file), mapping, government, region, mend, dryRun, places };
  await withDatabase(async () => {
    if (!(await db().government.findUnique({ where: { id: government }, select: { id: true } }))) {
      throw new Error(`There is no government "${government}".`);
    }
    const report = await importSheet(bytes, options);
    for (const finding of report.findings) console.log(sentenceOf(finding));
    console.log(
      `${report.rows} rows, ${report.incidents} incidents; ` +
        (report.dryRun
          ? `dry run, nothing written, ${report.incidents - report.alreadyThere} would be added, ${report.alreadyThere} already there; `
          : `${report.added} added, ${report.alreadyThere} already there; `) +
        `${report.warned} with a question, ${report.rejectedRows} rows rejected.`,
    );
    if (report.importId) console.log(`To take it back: npm run import -- --undo ${report.importId}`);
    if (report.rejectedRows > 0) process.exitCode = 2;
  });
}

async function undo(importId: string): Promise<void> {
  const whole = { importId, mostMs: Number.POSITIVE_INFINITY };
  const isId = z.uuid().safeParse(importId).success;
  const result = isId ? await withdrawImport(null, { ...whole, text: values.reason, language: 'en' }) : null;
  if (!result?.ok) throw new Error(`There is no import "${importId}" that anything came in with.`);
  const { total, withdrawn } = result.value;
  console.log(`${withdrawn} of ${total} incidents withdrawn, ${total - withdrawn} stay.`);
  for (const { number, title } of await findKept(importId)) console.log(`stays: ${number} ${title}`);
}

async function withDatabase(work: () => Promise<void>): Promise<void> {
  const { DATABASE_URL: url, DATA_DIR } = getEnv();
  const database = await openDatabase(url ? { url } : { folder: path.resolve(DATA_DIR) });
  useDatabase(database);
  try {
    await migrate(database);
    await ensureGovernments();
    await work();
  } finally {
    await database.close();
  }
}

function sentenceOf({ line, column, cell, reason, mended, other = '' }: Finding): string {
  const where = column === null ? '' : ` ${column} "${cell}"`;
  const sentence = words.reason[reason].replace('{{other}}', other);
  const proposal = mended ? ` Probably ${mended.lat.toFixed(5)}, ${mended.lon.toFixed(5)}.` : '';
  return `line ${line}${where} (${findingReasons[reason]}): ${sentence}${proposal}`;
}
