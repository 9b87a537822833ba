// How fast a post is with its readers. `npm run bench -- realtime [--json] [--readers 100,500] [--seconds 8]
// [--database pglite|postgresql] [--part live|idle|catch-up] [--profile FOLDER]`. The built server, a server of bare `ws`
// that sends as many bytes, and the readers are processes of their own. The last line is one JSON object.
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { ask, startServer } from '../chaos/server-process.ts';
import { ensureBuilt } from '../ensure-built.ts';
import { freePort } from '../free-port.ts';
import { dropDatabase, makeDatabase, urlOf } from '../postgres-database.ts';
import { startPostgres } from '../postgres.ts';
import type { CaughtUp, Figures } from './realtime/generator.ts';
import { type Latency, latency, now, round } from './realtime/latency.ts';
import { makeWorld, type Member, type World } from './realtime/world.ts';

const databases = ['pglite', 'postgresql'] as const;
const parts = ['live', 'idle', 'catch-up'] as const;
const options = z
  .object({
    json: z.boolean().default(false),
    readers: z
      .string()
      .default('100,500,1000,2000')
      .transform((list) => list.split(',').map(Number))
      .pipe(z.array(z.number().int().min(1).max(2_000))),
    seconds: z.coerce.number().int().min(1).max(120).default(8),
    database: z.enum(databases).optional(),
    part: z.enum(parts).optional(),
    profile: z.string().optional(),
  })
  .parse(
    parseArgs({
      options: {
        json: { type: 'boolean' },
        readers: { type: 'string' },
        seconds: { type: 'string' },
        database: { type: 'string' },
        part: { type: 'string' },
        profile: { type: 'string' },
      },
    }).values,
  );

/** 30 sockets are the most that one account may have. */
const people = 100;
const deliveriesPerSecond = 10_000;
const postsPerSecondAtMost = 20;
const idleReaders = 2_000;
const catchUp = { readers: 1_000, missed: 200 };
const body = '만리포 북쪽 끝에서 부표 40여 개를 더 찾았습니다. 내일 아침 썰물 때 함께 걷겠습니다. '.repeat(2);

const lagShape = z.object({ p50: z.number(), p99: z.number(), max: z.number() });
const stopped = z.object({ commits: z.array(z.tuple([z.string(), z.number()])), lag: lagShape });
const weight = z.object({ rss: z.number(), used: z.number() });
const anything = z.object({});
const latencyShape = z.object({ p50: z.number(), p99: z.number(), max: z.number() });
const figuresShape: z.ZodType<Figures> = z.object({
  deliveries: z.number(),
  missing: z.number(),
  bytes: z.number(),
  latency: latencyShape,
  lagP99: z.number(),
});
const caughtUpShape: z.ZodType<CaughtUp> = z.object({ caughtUp: z.number(), latency: latencyShape });

/** A server that is measured: ours or the bare one. */
type Target = {
  kind: 'tideline' | 'bare';
  port: number;
  ask: <T>(question: string, shape: z.ZodType<T>) => Promise<T>;
};
type Measured = {
  deliveries_per_s: number;
  missing: number;
  bytes_per_delivery: number;
  commit_to_reader_ms: Latency;
  send_to_ack_ms: Latency;
  failed_posts: number;
  event_loop_lag_ms: Latency;
  kb_per_connection: number;
  /** How late the readers' own process was: what it adds to the figures of both. */
  readers_lag_p99_ms: number;
};

const probe = ['--expose-gc', '--require', path.join(import.meta.dirname, 'realtime', 'probe.cjs')];
const live: object[] = [];
const idle: object[] = [];
const caughtUp: object[] = [];
const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));

ensureBuilt();
const generator = own('generator.ts');
const bare = await startBare();
for (const database of databases)
  if (options.database === undefined || options.database === database) await measureOn(database);
console.log(
  JSON.stringify({
    bench: 'realtime',
    cores: os.availableParallelism(),
    node: process.version,
    seconds: options.seconds,
    live,
    idle,
    catch_up: caughtUp,
  }),
);
process.exit(0);

async function measureOn(database: (typeof databases)[number]): Promise<void> {
  const postgres = database === 'postgresql' ? await givenOrStarted() : undefined;
  if (typeof postgres === 'string') return say(postgres);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tideline-bench-'));
  try {
    const place = postgres ? { url: postgres.url } : { folder };
    const world = await makeWorld(place, people, 52);
    const server = await startServer({
      folder,
      demo: false,
      env: {
        SESSION_SECRET: world.sessionSecret,
        // A whole association behind one proxy: as many addresses as offices.
        TRUST_PROXY: '1',
        DATABASE_URL: postgres?.url ?? '',
      },
      node: [...probe, ...(options.profile ? ['--cpu-prof', '--cpu-prof-dir', options.profile] : [])],
    });
    try {
      const ours: Target = { kind: 'tideline', port: server.port, ask: server.ask };
      const [one = '', other = '', ...fifty] = world.threadIds;
      // What is slow the first time only, e.g. the compiler, is not what a day at work is like.
      await measure(ours, world, [one], { readers: 50, rate: 20, seconds: 3 });
      if (wants('live'))
        for (const threadIds of [[one], fifty])
          for (const readers of options.readers) await measureLive(database, ours, world, threadIds, readers);
      if (wants('idle')) await measureIdle(database, ours, world, one);
      if (wants('catch-up')) await measureCatchUp(database, ours, world, other);
    } finally {
      await server.kill('SIGTERM');
    }
  } finally {
    await postgres?.stop();
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function wants(part: (typeof parts)[number]): boolean {
  return options.part === undefined || options.part === part;
}

/** Open loop: a post that is late counts from when it should have been sent. The bare server first, then ours. */
async function measureLive(
  database: string,
  ours: Target,
  world: World,
  threadIds: string[],
  readers: number,
): Promise<void> {
  const rate = Math.min(
    postsPerSecondAtMost,
    Math.max(1, (deliveriesPerSecond * threadIds.length) / readers),
  );
  const load = { readers, rate, seconds: options.seconds };
  const limit = await measure(bare, world, threadIds, load);
  const figures = await measure(ours, world, threadIds, load);
  const ratio = {
    commit_to_reader_p50: over(figures.commit_to_reader_ms.p50, limit.commit_to_reader_ms.p50),
    commit_to_reader_p99: over(figures.commit_to_reader_ms.p99, limit.commit_to_reader_ms.p99),
    commit_to_reader_max: over(figures.commit_to_reader_ms.max, limit.commit_to_reader_ms.max),
    send_to_ack_p50: over(figures.send_to_ack_ms.p50, limit.send_to_ack_ms.p50),
    send_to_ack_p99: over(figures.send_to_ack_ms.p99, limit.send_to_ack_ms.p99),
    kb_per_connection: over(figures.kb_per_connection, limit.kb_per_connection),
  };
  live.push({
    database,
    readers,
    threads: threadIds.length,
    posts_per_s: rate,
    ...figures,
    bare: limit,
    ratio,
  });
  say(
    `${database}, ${readers} readers of ${threadIds.length} thread(s), ${figures.deliveries_per_s} deliveries/s: ` +
      `p50 ${figures.commit_to_reader_ms.p50} p99 ${figures.commit_to_reader_ms.p99} ms ` +
      `(bare ${limit.commit_to_reader_ms.p50}, ${limit.commit_to_reader_ms.p99}), ` +
      `ack p99 ${figures.send_to_ack_ms.p99} ms, lag p99 ${figures.event_loop_lag_ms.p99} ms`,
  );
}

async function measure(
  target: Target,
  world: World,
  threadIds: string[],
  { readers, rate, seconds }: { readers: number; rate: number; seconds: number },
): Promise<Measured> {
  const before = await target.ask('weigh', weight);
  await connect(target, world, threadIds, readers);
  const after = await target.ask('weigh', weight);

  await order({ do: 'listen' }, anything);
  await target.ask('start', anything);
  const posts = Math.round(rate * seconds);
  const { acks, failed } = await write(target, world.members, threadIds, posts, rate);
  const readersOf = (threadId: string) =>
    readersIn(threadIds, readers).filter((id) => id === threadId).length;
  const expected = Array.from({ length: posts }, (_, index) => readersOf(at(threadIds, index))).reduce(
    (sum, more) => sum + more,
    0,
  );
  for (let tries = 0; tries < 100; tries += 1) {
    const { count } = await order({ do: 'count' }, z.object({ count: z.number() }));
    if (count >= expected) break;
    await pause(100);
  }
  const { commits, lag } = await target.ask('stop', stopped);
  const heard = await order({ do: 'figures', commits }, figuresShape);
  await disconnect();
  return {
    deliveries_per_s: round(heard.deliveries / seconds),
    missing: heard.missing,
    bytes_per_delivery: round(heard.bytes / Math.max(1, heard.deliveries)),
    commit_to_reader_ms: heard.latency,
    send_to_ack_ms: latency(acks),
    failed_posts: failed,
    event_loop_lag_ms: lag,
    kb_per_connection: round((after.used - before.used) / 1024 / readers),
    readers_lag_p99_ms: round(heard.lagP99),
  };
}

/** Two thousand who only listen, an hour before a meeting: what each of them weighs. */
async function measureIdle(database: string, ours: Target, world: World, threadId: string): Promise<void> {
  const weigh = async (target: Target) => {
    const before = await target.ask('weigh', weight);
    await connect(target, world, [threadId], idleReaders);
    // Who is there has been told to everybody by now.
    await pause(2_000);
    const after = await target.ask('weigh', weight);
    await disconnect();
    return {
      kb_per_connection: round((after.used - before.used) / 1024 / idleReaders),
      rss_kb_per_connection: round((after.rss - before.rss) / 1024 / idleReaders),
    };
  };
  const limit = await weigh(bare);
  const figures = await weigh(ours);
  idle.push({
    database,
    readers: idleReaders,
    ...figures,
    bare: limit,
    ratio: { kb_per_connection: over(figures.kb_per_connection, limit.kb_per_connection) },
  });
  say(`${database}, ${idleReaders} idle readers: ${figures.kb_per_connection} KB each`);
}

/** Everybody is gone, 200 posts are written, everybody comes back at the same moment. */
async function measureCatchUp(database: string, ours: Target, world: World, threadId: string): Promise<void> {
  await connect(ours, world, [threadId], catchUp.readers);
  await order({ do: 'drop' }, anything);
  // All posts of this thread are those that they miss.
  await write(ours, world.members, [threadId], catchUp.missed, 40);
  await ours.ask('start', anything);
  const { caughtUp: readers, latency: took } = await order({ do: 'come back', cursor: 0 }, caughtUpShape);
  const { lag } = await ours.ask('stop', stopped);
  await disconnect();
  caughtUp.push({
    database,
    readers,
    missed: catchUp.missed,
    s: {
      p50: round(took.p50 / 1000),
      p99: round(took.p99 / 1000),
      max: round(took.max / 1000),
    },
    event_loop_lag_ms: lag,
  });
  say(`${database}, ${readers} readers caught up with ${catchUp.missed} events within ${took.max / 1000} s`);
}

async function connect({ kind, port }: Target, { members }: World, threadIds: string[], count: number) {
  const readers = readersIn(threadIds, count).map((threadId, number) => ({
    threadId,
    ...at(members, number),
    address: `10.0.${Math.floor(number / 200)}.${1 + (number % 200)}`,
  }));
  await order({ do: 'connect', kind, port, readers }, z.object({ connected: z.literal(count) }));
}

async function disconnect(): Promise<void> {
  await order({ do: 'connect', kind: 'bare', port: bare.port, readers: [] }, anything);
  await pause(1_500);
}

/** The thread that each of so many readers has open. */
function readersIn(threadIds: string[], count: number): string[] {
  return Array.from({ length: count }, (_, number) => at(threadIds, number));
}

/** Posts as the outbox sends them, each at its own moment whether the earlier ones are answered or not. */
async function write(
  { port }: Target,
  members: Member[],
  threadIds: string[],
  posts: number,
  rate: number,
): Promise<{ acks: number[]; failed: number }> {
  const origin = `http://127.0.0.1:${port}`;
  const started = now();
  const acks: number[] = [];
  let failed = 0;
  const send = async (number: number) => {
    const intended = started + (number * 1000) / rate;
    await pause(intended - now());
    const answer = await fetch(`${origin}/threads/${at(threadIds, number)}/posts`, {
      method: 'POST',
      signal: AbortSignal.timeout(30_000),
      headers: {
        Cookie: at(members, number % 4).cookie,
        Origin: origin,
        Accept: 'application/json',
        'Content-Type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({ clientKey: uuid(), language: 'ko', body: `${number}. ${body}` }),
    }).catch(() => undefined);
    await answer?.arrayBuffer();
    if (answer?.ok) acks.push(now() - intended);
    else failed += 1;
  };
  await Promise.all(Array.from({ length: posts }, (_, number) => send(number)));
  return { acks, failed };
}

/** The database of DATABASE_URL's server, or a server of our own; a sentence when there is none. */
async function givenOrStarted(): Promise<{ url: string; stop: () => Promise<void> } | string> {
  const given = process.env.DATABASE_URL;
  const server = given ? { url: given, stop: async () => {} } : await startPostgres();
  if (typeof server === 'string') return server;
  const name = `tideline_bench_${randomBytes(4).toString('hex')}`;
  await makeDatabase(server.url, name);
  return {
    url: urlOf(server.url, name),
    stop: async () => {
      await dropDatabase(server.url, name);
      await server.stop();
    },
  };
}

async function startBare(): Promise<Target> {
  const port = await freePort();
  const child = own('bare-server.ts', [...probe], [String(port)]);
  for (let tries = 0; tries < 200; tries += 1) {
    const there = await fetch(`http://127.0.0.1:${port}/`).then(
      () => true,
      () => false,
    );
    if (there) break;
    await pause(100);
  }
  return { kind: 'bare', port, ask: (question, shape) => ask(child, question, shape) };
}

/** A process of ours from the folder beside. */
function own(file: string, node: string[] = [], args: string[] = []): ChildProcess {
  const child = spawn(
    process.execPath,
    [...node, '--import', 'tsx', path.join(import.meta.dirname, 'realtime', file), ...args],
    { stdio: ['ignore', process.stderr, 'inherit', 'ipc'] },
  );
  running.add(child);
  void once(child, 'exit').then(() => running.delete(child));
  return child;
}

function order<T>(message: object, shape: z.ZodType<T>): Promise<T> {
  return ask(generator, message, shape);
}

function at<T>(list: readonly T[], number: number): T {
  const found = list[number % list.length];
  if (found === undefined) throw new Error('An empty list.');
  return found;
}

function over(value: number, limit: number): number {
  return round(value / Math.max(limit, 0.01));
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, milliseconds)));
}

function say(sentence: string): void {
  if (!options.json) console.log(sentence);
}
