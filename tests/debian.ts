import { spawnSync } from 'node:child_process';
import fs from 'node:fs';

/** Where a program of this name stands in PATH. */
export function inPath(name: string): string | undefined {
  const finder = process.platform === 'win32' ? 'where' : 'which';
  const { stdout, status } = spawnSync(finder, [name], { encoding: 'utf8' });
  return status === 0 ? stdout.split(/\r?\n/)[0] : undefined;
}

/** May packages of Debian (or Ubuntu) be installed here without asking anybody? */
export function mayInstall(): boolean {
  return process.getuid?.() === 0 && fs.existsSync('/etc/debian_version') && inPath('apt-get') !== undefined;
}

/** Installs packages; false when that did not work. Services that come with them are not started. */
export function install(...packages: string[]): boolean {
  console.info(`Installing ${packages.join(' ')} ...`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  const apt = (...args: string[]) =>
    spawnSync('apt-get', ['-qq', ...args], { env, encoding: 'utf8', timeout: 600_000 });
  const run = () => apt('install', '-y', '--no-install-recommends', ...packages);
  let result = run();
  if (result.status !== 0) {
    apt('update');
    result = run();
  }
  if (result.status !== 0) console.error(result.stderr.trim());
  return result.status === 0;
}
