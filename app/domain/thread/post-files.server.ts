import fs from 'node:fs/promises';
import path from 'node:path';
import { getEnv } from '#app/env.server.ts';

/** Where a file lies: under its id, never under a name that somebody gave. */
export function pathOfFile(id: string, folder = path.resolve(getEnv().DATA_DIR, 'files')): string {
  return path.join(folder, id.slice(-2), id);
}

export async function writePostFile(id: string, bytes: Uint8Array): Promise<void> {
  await fs.mkdir(path.dirname(pathOfFile(id)), { recursive: true });
  await fs.writeFile(pathOfFile(id), bytes);
}

/** Removes it, if it is there. */
export function removePostFile(id: string): Promise<void> {
  return fs.rm(pathOfFile(id), { force: true });
}
