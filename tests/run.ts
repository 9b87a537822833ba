// `npm test`: unit tests, the verbs on the embedded database and on PostgreSQL, processes that die, and the browser.
// `npm test -- --only db confirm-incident` runs one part, with the rest of the line as a filter. The last line counts.
import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { ensureBuilt, ensureGenerated } from './ensure-built.ts';
import { ensureFonts, getChromium } from './find-chromium.ts';
import { startPostgres } from './postgres.ts';

const kinds = ['unit', 'db', 'pg', 'chaos', 'e2e'] as const;
type Kind = (typeof kinds)[number];

const args = process.argv.slice(2);
const at = args.indexOf('--only');
const only = at < 0 ? undefined : args[at + 1];
if (only !== undefined && !kinds.some((kind) => kind === only)) {
  console.error(`--only takes one of: ${kinds.join(', ')}.`);
  process.exit(2);
}
const filters = args.filter((_, index) => at < 0 || (index !== at && index !== at + 1));
const wants = (kind: Kind) => only === undefined || only === kind;

const reports = fs.mkdtempSync(path.join(os.tmpdir(), 'tideline-tests-'));
const total = { passed: 0, failed: 0, skipped: 0 };
const leftOut: string[] = [];
let current: ChildProcess | undefined;
let stopPostgres: (() => Promise<void>) | undefined;
let interrupted = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    interrupted = true;
    current?.kill('SIGTERM');
  });
}

try {
  await everything();
} catch (error) {
  total.failed += 1;
  console.error(error instanceof Error ? error.message : error);
} finally {
  await stopPostgres?.();
  fs.rmSync(reports, { recursive: true, force: true, maxRetries: 5 });
}

const { passed, failed, skipped } = total;
if (interrupted) console.error('Interrupted.');
for (const sentence of leftOut) console.info(sentence);
if (passed + failed === 0) console.error('No test ran.');
console.info(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(failed > 0 || passed === 0 || interrupted ? 1 : 0);

async function everything(): Promise<void> {
  ensureGenerated();
  if (wants('chaos') || wants('e2e')) ensureBuilt();

  const embedded = [...(wants('unit') ? ['unit'] : []), ...(wants('db') ? ['database'] : [])];
  if (embedded.length > 0)
    await vitest('Unit tests, and the database tests on the embedded PostgreSQL', embedded);

  if (wants('pg') && !interrupted) {
    const postgres = await startPostgres();
    if (typeof postgres === 'string') leftOut.push(postgres);
    else {
      stopPostgres = postgres.stop;
      await vitest(`The database tests on PostgreSQL ${postgres.version}`, ['database'], {
        TEST_DATABASE_URL: postgres.url,
      });
      await postgres.stop();
      stopPostgres = undefined;
    }
  }

  if (wants('chaos')) await vitest('Servers that die and lines that break', ['chaos']);
  if (wants('e2e')) await browser();
}

async function vitest(name: string, projects: string[], env: Record<string, string> = {}): Promise<void> {
  if (interrupted) return;
  title(name);
  const file = path.join(reports, `${Object.keys(env).length}-${projects.join('-')}.json`);
  const code = await run(
    [
      'node_modules/vitest/vitest.mjs',
      ...[
        'run',
        '--config',
        'tests/vitest.config.ts',
        '--passWithNoTests',
        ...projects.flatMap((project) => ['--project', project]),
      ],
      ...['--reporter', 'default', '--reporter', 'json', `--outputFile.json=${file}`],
      ...filters,
    ],
    env,
  );
  const shape = z.object({
    numPassedTests: z.number(),
    numFailedTests: z.number(),
    numPendingTests: z.number(),
    numTodoTests: z.number(),
  });
  const counts = readReport(file, shape);
  add(
    code,
    counts?.numPassedTests,
    counts?.numFailedTests,
    (counts?.numPendingTests ?? 0) + (counts?.numTodoTests ?? 0),
  );
}

async function browser(): Promise<void> {
  if (interrupted) return;
  title('Browser tests');
  const chromium = getChromium();
  ensureFonts();
  const file = path.join(reports, 'e2e.json');
  const code = await run(
    [
      'node_modules/@playwright/test/cli.js',
      'test',
      '--config',
      'tests/playwright.config.ts',
      '--pass-with-no-tests',
      ...filters,
    ],
    {
      CHROMIUM_PATH: chromium,
      PLAYWRIGHT_JSON_OUTPUT_FILE: file,
      E2E_DATA_DIR: path.join(reports, 'e2e-data'),
    },
  );
  const shape = z.object({
    stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  });
  const stats = readReport(file, shape)?.stats;
  add(code, stats?.expected, stats && stats.unexpected + stats.flaky, stats?.skipped);
}

/** A runner that ended badly without a failed test to show for it counts as one. */
function add(code: number, passedNow = 0, failedNow = 0, skippedNow = 0): void {
  total.passed += passedNow;
  total.failed += code !== 0 && failedNow === 0 ? 1 : failedNow;
  total.skipped += skippedNow;
}

function readReport<T>(file: string, shape: z.ZodType<T>): T | undefined {
  return fs.existsSync(file) ? shape.parse(JSON.parse(fs.readFileSync(file, 'utf8'))) : undefined;
}

async function run(script: string[], env: Record<string, string> = {}): Promise<number> {
  const child = spawn(process.execPath, script, { stdio: 'inherit', env: { ...process.env, ...env } });
  current = child;
  return new Promise((resolve) => {
    child.on('close', (code, signal) => {
      if (signal) console.error(`${script[0]} was ended by ${signal}.`);
      resolve(code ?? 1);
    });
  });
}

function title(text: string): void {
  console.info(`\n== ${text}`);
}
