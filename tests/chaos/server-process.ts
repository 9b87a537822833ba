import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { z } from 'zod';
import { freePort } from '../free-port.ts';

/** The built server as its own process, on a folder that outlives it. */
export type ServerProcess = {
  origin: string;
  port: number;
  /** What it printed. */
  output: () => string;
  /** Asks what was preloaded; the answer has the shape or it throws. */
  ask: <T>(question: string, shape: z.ZodType<T>) => Promise<T>;
  kill: (signal: NodeJS.Signals) => Promise<void>;
};

type Options = {
  folder: string;
  port?: number;
  env?: Record<string, string>;
  demo?: boolean;
  /** Arguments for Node itself; what they preload answers to `ask`. */
  node?: readonly string[];
};

/**
 * Starts `build/server` and waits until it is ready.
 * @throws with what it printed, when it ends first or is not ready after `readyWithinMs`
 */
export async function startServer(
  { folder, port, env = {}, demo = true, node = [] }: Options,
  readyWithinMs = 90_000,
): Promise<ServerProcess> {
  const onPort = port ?? (await freePort());
  const child = spawn(process.execPath, [...node, 'app/start.mjs', ...(demo ? ['--demo'] : [])], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(onPort),
      DATA_DIR: folder,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let printed = '';
  child.stdout?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const origin = `http://localhost:${onPort}`;
  await ready(child, origin, Date.now() + readyWithinMs, () => printed);
  return {
    origin,
    port: onPort,
    output: () => printed,
    ask: (question, shape) => ask(child, question, shape),
    kill: async (signal) => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exited = once(child, 'exit');
      child.kill(signal);
      await exited;
    },
  };
}

/**
 * Sends a process one message and waits for one.
 * @throws when the answer has another shape, or when the process ends first
 */
export async function ask<T>(
  child: ChildProcess,
  question: Parameters<ChildProcess['send']>[0],
  shape: z.ZodType<T>,
): Promise<T> {
  const ended = new AbortController();
  const answered = once(child, 'message', { signal: ended.signal });
  const onExit = () => ended.abort(new Error('The process ended instead of answering.'));
  child.once('exit', onExit);
  try {
    child.send(question);
    const [answer]: unknown[] = await answered;
    return shape.parse(answer);
  } finally {
    child.off('exit', onExit);
  }
}

async function ready(
  child: ChildProcess,
  origin: string,
  until: number,
  printed: () => string,
): Promise<void> {
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`The server ended before it was ready:\n${printed()}`);
    const ok = await fetch(`${origin}/readyz`).then(
      (response) => response.ok,
      () => false,
    );
    if (ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  child.kill('SIGKILL');
  throw new Error(`The server was not ready in time:\n${printed()}`);
}
