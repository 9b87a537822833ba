// npm start and npm run demo: the built server, in production mode, on every platform.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

process.env.NODE_ENV ??= 'production';
const root = path.resolve(import.meta.dirname, '..');
process.chdir(root);
const server = path.join(root, 'build', 'server', 'index.js');
if (!fs.existsSync(server)) {
  console.log('Building Tideline first (about a minute) ...');
  const { status } = spawnSync('npm', ['run', 'build'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}
await import(pathToFileURL(server).href);
