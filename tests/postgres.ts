import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { inPath, install, mayInstall } from './debian.ts';
import { freePort } from './free-port.ts';

export type Postgres = { url: string; version: string; stop: () => Promise<void> };

/** Folder with `initdb` and `postgres`, the newest there is. */
function findBinaries(): string | undefined {
  const program = process.platform === 'win32' ? '.exe' : '';
  const parents = [
    '/usr/lib/postgresql',
    '/usr/local/opt',
    '/opt/homebrew/opt',
    '/usr',
    'C:\\Program Files\\PostgreSQL',
  ];
  const versioned = parents.flatMap((parent) => {
    const names = fs.existsSync(parent) ? fs.readdirSync(parent) : [];
    const fitting = names.filter((name) => /^(\d+(\.\d+)?|postgresql(@\d+)?|pgsql-\d+)$/.test(name));
    return fitting.map((name) => path.join(parent, name, 'bin'));
  });
  versioned.sort((a, b) => versionIn(b) - versionIn(a));
  const initdb = inPath('initdb');
  const folders = [...versioned, ...(initdb ? [path.dirname(fs.realpathSync(initdb))] : [])];
  return folders.find((folder) =>
    ['initdb', 'postgres'].every((name) => fs.existsSync(path.join(folder, name + program))),
  );
}

const versionIn = (folder: string) => Number(/(\d+)\D*$/.exec(path.dirname(folder))?.[1] ?? 0);

/** PostgreSQL refuses to run as root: then it runs as the user of its package. */
function owner(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    try {
      const number = (flag: string) =>
        Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
      return { uid: number('-u'), gid: number('-g') };
    } catch {
      continue;
    }
  }
  return undefined;
}

/**
 * A throwaway PostgreSQL on a loopback port, UTF-8, without fsync. Debian's package is installed when there is none and
 * that is possible.
 * @returns a sentence instead when there is no PostgreSQL
 */
export async function startPostgres(): Promise<Postgres | string> {
  if (!findBinaries() && mayInstall()) install('postgresql');
  const binaries = findBinaries();
  if (!binaries)
    return 'No PostgreSQL is here, so the database tests ran on the embedded one only (Debian: apt-get install postgresql).';

  const as = owner();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tideline-postgres-'));
  if (as) fs.chownSync(folder, as.uid, as.gid);
  const data = path.join(folder, 'data');
  const options = { ...as, cwd: folder };
  const remove = () => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });

  try {
    const init = (locale: string) =>
      execFileSync(
        path.join(binaries, 'initdb'),
        ['-D', data, '-E', 'UTF8', `--locale=${locale}`, '-A', 'trust', '-U', 'postgres', '--no-sync'],
        { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
      );
    try {
      init('C.UTF-8');
    } catch {
      // Not every system has this locale; the encoding stays UTF-8.
      fs.rmSync(data, { recursive: true, force: true });
      init('C');
    }

    const port = await freePort();
    const settings = [
      'fsync=off',
      'synchronous_commit=off',
      'full_page_writes=off',
      'max_connections=100',
      'unix_socket_directories=',
    ];
    const server = spawn(
      path.join(binaries, 'postgres'),
      ['-D', data, '-h', '127.0.0.1', '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
      { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    const killed = () => void server.kill('SIGKILL');
    process.once('exit', killed);
    const url = `postgresql://postgres@127.0.0.1:${port}/postgres`;
    const version = await ready(url, server);
    const stop = async () => {
      process.off('exit', killed);
      if (server.exitCode === null) {
        server.kill('SIGINT');
        await once(server, 'exit');
      }
      remove();
    };
    return { url, version, stop };
  } catch (error) {
    remove();
    throw error;
  }
}

async function ready(url: string, server: ChildProcess): Promise<string> {
  let said = '';
  server.stderr?.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4000)));
  for (let attempt = 0; attempt < 150; attempt += 1) {
    if (server.exitCode !== null) break;
    const client = new Client({ connectionString: url });
    try {
      await client.connect();
      const { rows } = await client.query<{ server_version: string }>('SHOW server_version');
      return rows[0]?.server_version ?? '';
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 200));
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  server.kill('SIGKILL');
  throw new Error(`PostgreSQL did not start:\n${said}`);
}
