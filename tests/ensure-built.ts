import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** Makes the Prisma client when the schema is newer. */
export function ensureGenerated(): void {
  if (isStale('prisma/generated/client.ts', ['prisma/schema'])) must('prisma/generate.mjs');
}

/**
 * Builds the product when something that it is made of is newer than the build.
 * @throws when the build fails
 */
export function ensureBuilt(): void {
  ensureGenerated();
  if (!isStale('build/server/index.js', ['app', 'locales', 'prisma', 'public', 'package-lock.json'])) return;
  console.error('Building the product ...');
  must('node_modules/@remix-run/dev/dist/cli.js', 'vite:build', '--config', 'app/vite.config.ts');
}

/** What it says goes to stderr: the last line of a benchmark on stdout is its own. */
function must(...script: string[]): void {
  const { status } = spawnSync(process.execPath, script, { stdio: ['ignore', process.stderr, 'inherit'] });
  if (status !== 0) throw new Error(`${script.join(' ')} failed.`);
}

/** Whether something that it was made from is newer, or it is not there. */
function isStale(made: string, sources: string[]): boolean {
  const then = fs.statSync(made, { throwIfNoEntry: false })?.mtimeMs;
  return then === undefined || sources.some((source) => newest(source) > then);
}

function newest(place: string): number {
  const stat = fs.statSync(place, { throwIfNoEntry: false });
  if (!stat || place.endsWith(path.join('prisma', 'generated')) || /\.test\.tsx?$/.test(place)) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...fs.readdirSync(place).map((name) => newest(path.join(place, name))));
}
