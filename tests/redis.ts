import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Redis } from 'ioredis';
import { inPath, install, mayInstall } from './debian.ts';
import { freePort } from './free-port.ts';

/**
 * A throwaway Redis on a loopback port that keeps nothing on disk. Debian's package is installed when there is none and
 * that is possible.
 * @returns a sentence instead when there is no Redis
 */
export async function startRedis(): Promise<{ url: string; stop: () => Promise<void> } | string> {
  if (!inPath('redis-server') && mayInstall()) install('redis-server');
  const program = inPath('redis-server');
  if (!program)
    return 'No Redis is here, so two processes were not tried (Debian: apt-get install redis-server).';
  const port = await freePort();
  const settings = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const server = spawn(program, settings, { stdio: 'ignore' });
  const killed = () => void server.kill('SIGKILL');
  process.once('exit', killed);
  const url = `redis://127.0.0.1:${port}`;
  const client = new Redis(url, { retryStrategy: () => 100, maxRetriesPerRequest: 100 });
  client.on('error', () => undefined);
  try {
    await client.ping();
  } finally {
    client.disconnect();
  }
  return {
    url,
    stop: async () => {
      process.off('exit', killed);
      if (server.exitCode !== null) return;
      server.kill('SIGTERM');
      await once(server, 'exit');
    },
  };
}
