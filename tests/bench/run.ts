// `npm run bench -- NAME [--json]` runs one benchmark; its last line is one JSON object.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const ending = '.bench.ts';
const names = fs
  .readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith(ending))
  .map((file) => file.slice(0, -ending.length));

const [name, ...options] = process.argv.slice(2);
if (name === undefined || !names.includes(name)) {
  console.error(`Usage: npm run bench -- ${names.join('|')} [--json]`);
  process.exit(2);
}

const bench = spawn(
  process.execPath,
  ['--expose-gc', '--import', 'tsx', path.join(import.meta.dirname, `${name}${ending}`), ...options],
  { stdio: 'inherit' },
);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => bench.kill(signal));
bench.on('exit', (code) => process.exit(code ?? 1));
