// `npm run check`: everything that needs no running product, two at a time, and the words of whatever failed.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

type Part = { name: string; tool: string; args: string[] };

const parts: Part[] = [
  {
    name: 'types',
    tool: 'typescript/bin/tsc',
    args: ['--noEmit', '--incremental', '--tsBuildInfoFile', '.cache/tsc.json', '-p', '.'],
  },
  {
    name: 'words and house',
    tool: 'vitest/vitest.mjs',
    args: [
      'run',
      '--config',
      'tests/vitest.config.ts',
      '--project',
      'unit',
      '--reporter',
      'dot',
      'tests/house.test.ts',
      'tests/locales.test.ts',
    ],
  },
  { name: 'lint', tool: 'oxlint/bin/oxlint', args: ['--type-aware', '--report-unused-disable-directives'] },
  {
    name: 'arrows',
    tool: 'dependency-cruiser/bin/dependency-cruise.mjs',
    args: ['--config', 'tests/architecture.cjs', 'app', 'prisma', 'tests'],
  },
  {
    name: 'unused',
    tool: 'knip/bin/knip.js',
    args: ['--config', 'tests/knip.json', '--no-progress', '--cache', '--cache-location', '.cache/knip'],
  },
  {
    name: 'format',
    tool: 'prettier/bin/prettier.cjs',
    args: ['--check', '--cache', '--cache-location', '.cache/prettier', '--log-level', 'warn', '.'],
  },
];

const started = Date.now();
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !parts.some((part) => part.name === name));
if (unknown.length > 0) {
  console.error(
    `There is no part ${unknown.join(', ')}. The parts are: ${parts.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(2);
}

if (isGeneratedStale()) await run({ name: 'generate', tool: '', args: ['prisma/generate.mjs'] });

const queue = parts.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
const failed: string[] = [];
await Promise.all([work(), work()]);

if (failed.length > 0) {
  console.error(
    `\nFailed: ${failed.join(', ')}. One part alone: npm run check -- ${JSON.stringify(failed[0])}`,
  );
  process.exit(1);
}
console.info(`All good in ${seconds(started)}.`);

async function work(): Promise<void> {
  for (let part = queue.shift(); part; part = queue.shift()) await run(part);
}

async function run({ name, tool, args }: Part): Promise<void> {
  const begun = Date.now();
  const script = tool ? [path.resolve('node_modules', tool)] : [];
  const child = spawn(process.execPath, [...script, ...args], { env: { ...process.env, NO_COLOR: '1' } });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise((resolve) => child.on('close', resolve));
  console.info(`${code === 0 ? 'ok    ' : 'FAILED'}  ${name} (${seconds(begun)})`);
  if (code === 0) return;
  failed.push(name);
  console.error(`${said.trimEnd().replace(/^/gm, '    ')}\n`);
}

/** Whether a schema file is newer than what was generated from it. */
function isGeneratedStale(): boolean {
  const generated = fs.statSync('prisma/generated/client.ts', { throwIfNoEntry: false });
  if (!generated) return true;
  return fs
    .readdirSync('prisma/schema')
    .some((name) => fs.statSync(path.join('prisma/schema', name)).mtimeMs > generated.mtimeMs);
}

function seconds(since: number): string {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}
