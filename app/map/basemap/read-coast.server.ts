import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { CoastLines } from './coast-code.ts';

let coast: Promise<CoastLines> | undefined;

/** The lines of coast that `npm run basemap` wrote; read once. */
export function readCoast(): Promise<CoastLines> {
  coast ??= readFile(path.join(process.cwd(), 'public', 'coast.json'), 'utf8').then((text): CoastLines =>
    JSON.parse(text),
  );
  return coast;
}
