import fs from 'node:fs/promises';
import path from 'node:path';

/**
 * Takes a folder for this process, because two processes on one embedded database destroy it.
 * A lock whose process has died is taken over.
 * @returns a function that gives the folder back
 * @throws an Error with one sentence when another living process has it
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const file = path.join(folder, 'lock');
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      await fs.writeFile(file, String(process.pid), { flag: 'wx' });
      return () => fs.rm(file, { force: true });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      const owner = Number(await fs.readFile(file, 'utf8').catch(() => ''));
      if (owner !== process.pid && isAlive(owner)) {
        throw new Error(
          `The data folder ${folder} is in use by another Tideline (process ${owner}). ` +
            'Stop that one first, or give this one its own DATA_DIR.',
        );
      }
      await fs.rm(file, { force: true });
    }
  }
  throw new Error(`The data folder ${folder} could not be locked.`);
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
