import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '#app/db/client.server.ts';
import { startPostgres } from '../postgres.ts';
import { startRedis } from '../redis.ts';
import { connect, enter, type LiveSocket, type Person, post, read, until, watch } from './person.ts';
import { type ServerProcess, startServer } from './server-process.ts';
import { prepareWorld } from './storm.ts';

/** Why there are no two processes here. */
let reason: string | undefined;
let stop: (() => Promise<void>)[] = [];
let one: ServerProcess;
let other: ServerProcess;
let taean: Person;
let weihai: Person;
let qingdao: Person;
let databaseUrl: string;
let folder: string;
const opened: LiveSocket[] = [];

beforeAll(async () => {
  const postgres = await startPostgres();
  if (typeof postgres === 'string') return void (reason = postgres);
  stop = [postgres.stop];
  const redis = await startRedis();
  if (typeof redis === 'string') return void (reason = redis);
  stop = [redis.stop, postgres.stop];
  databaseUrl = postgres.url;
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'tideline-two-'));
  await prepareWorld(folder, databaseUrl);
  const env = { DATABASE_URL: databaseUrl, REDIS_URL: redis.url };
  one = await startServer({ folder, env });
  other = await startServer({ folder, env });
  // Who writes is at one of them, who reads at the other.
  taean = await enter(one.origin, 'taean-officer');
  [weihai, qingdao] = await Promise.all([
    enter(other.origin, 'weihai-officer'),
    enter(other.origin, 'qingdao-officer'),
  ]);
});

afterAll(async () => {
  for (const socket of opened) socket.disconnect();
  await Promise.all([one?.kill('SIGKILL'), other?.kill('SIGKILL')]);
  for (const end of stop) await end();
  if (folder) await fs.rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

async function aTopic(): Promise<string> {
  const id = uuid();
  const { prisma, close } = await openDatabase({ url: databaseUrl });
  const data = { id, subject: 'topic', title: 'two', titleLanguage: 'en' } as const;
  await prisma.thread.create({ data: { ...data, ownerGovernmentId: 'taean', visibility: 'network' } });
  await close();
  return id;
}

describe('two processes behind one address', () => {
  it('a post at one of them is on the open page at the other before anybody asks', async ({ skip }) => {
    if (reason !== undefined) skip(reason);
    const threadId = await aTopic();
    const reader = read(weihai, threadId);
    opened.push(reader.socket);
    const told: number[] = [];
    reader.socket.on('entry', ({ entry }) => told.push(entry.seq));
    await until('the reader is there', () => reader.socket.connected);
    await watch(reader.socket, threadId);
    const { seq } = await post(taean, threadId, '다른 프로세스에 있는 사람에게');
    await until('it is told', () => told.includes(seq ?? 0));
    expect(reader.bodies()).toEqual(['다른 프로세스에 있는 사람에게']);
  });

  it('a topic that is narrowed at one of them lets go at once of who may not read it at the other', async ({
    skip,
  }) => {
    if (reason !== undefined) skip(reason);
    const threadId = await aTopic();
    let present: string[] = [];
    const [writes, reads, mayNotRead] = [taean, weihai, qingdao].map((person) => connect(person));
    if (!writes || !reads || !mayNotRead) throw new Error('Nobody is there.');
    opened.push(writes, reads, mayNotRead);
    reads.on('present', (message) => {
      if (message.threadId === threadId) present = message.present.map(({ governmentId }) => governmentId);
    });
    for (const socket of [writes, reads, mayNotRead]) {
      await until('the socket is there', () => socket.connected);
      expect((await watch(socket, threadId)).ok).toBe(true);
    }
    await until('all three see each other', () => present.length === 3);
    const heard: string[] = [];
    mayNotRead.on('typing', () => heard.push('typing'));
    mayNotRead.on('entry', ({ entry }) => heard.push(`entry ${entry.seq}`));

    await post(taean, threadId, '이제 웨이하이와만 나눕니다.');
    await until('it heard what all may hear', () => heard.length === 1);
    const narrowed = await fetch(`${one.origin}/threads/${threadId}/narrow`, {
      method: 'POST',
      redirect: 'manual',
      headers: { Cookie: taean.cookie, Origin: one.origin, Accept: 'application/json' },
      body: new URLSearchParams({ audience: 'weihai' }),
    });
    expect(narrowed.status).toBeLessThan(400);
    // Long before the round of every 25 s in which each process looks again by itself.
    await until('the other process let go', () => present.length === 2, 10_000);
    expect(present.sort()).toEqual(['taean', 'weihai']);
    heard.length = 0;
    let typed = false;
    reads.on('typing', () => (typed = true));
    writes.emit('typing', { threadId });
    await until('who may hears of it', () => typed);
    expect(heard).toEqual([]);
  });
});
