import http from 'node:http';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { db } from '#app/db/client.server.ts';
import { startSession } from '#app/domain/account/start-session.server.ts';
import type { Actor } from '#app/domain/actor.ts';
import { narrowTopic } from '#app/domain/thread/narrow-topic.server.ts';
import { writePost } from '#app/domain/thread/write-post.server.ts';
import { loadSecrets } from '#app/http/secrets.server.ts';
import { readSocketToken } from '#app/http/session.server.ts';
import { connect, type LiveSocket, until, watch } from '#tests/chaos/person.ts';
import { anActor, aThread } from '#tests/factories.ts';
import { createTestDatabase } from '#tests/world.ts';
import { v7 as uuid } from 'uuid';
import { attachRealtime } from './hub.server.ts';

createTestDatabase();

let origin: string;
const server = http.createServer();
const open: LiveSocket[] = [];
beforeAll(async () => {
  await loadSecrets();
  attachRealtime(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('The server has no port.');
  origin = `http://127.0.0.1:${address.port}`;
});
afterAll(async () => {
  await attachRealtime.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
afterEach(() => {
  vi.restoreAllMocks();
  for (const socket of open.splice(0)) socket.disconnect();
});

/** Somebody with a page open, and what it hears. */
async function aPage(actor: Actor) {
  const { token } = await startSession(actor.accountId, actor.seatId);
  const cookie = `tideline=${token}`;
  const socketToken = await readSocketToken(new Request(origin, { headers: { cookie } }));
  const socket = connect({ origin, cookie, token: socketToken });
  open.push(socket);
  const typing: string[] = [];
  const present: string[][] = [];
  socket.on('typing', ({ who }) => typing.push(who.accountId));
  socket.on('present', (message) => present.push(message.present.map(({ accountId }) => accountId)));
  return { actor, socket, typing, present };
}

type Page = Awaited<ReturnType<typeof aPage>>;

/** Everything that was sent to the page before has arrived when this is answered. */
async function settle({ socket }: Page, threadId: string) {
  return watch(socket, threadId);
}

/** The sign goes before a question on the same socket, and the answer comes after it was handled. */
async function type(page: Page, threadId: string) {
  page.socket.emit('typing', { threadId });
  await settle(page, threadId);
}

/** How many rows each table of the database has. */
async function countRows(): Promise<Record<string, number>> {
  const tables = await db().$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1`;
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const [row] = await db().$queryRawUnsafe<{ n: number }[]>(`SELECT count(*)::int AS n FROM "${name}"`);
    counts[name] = row?.n ?? 0;
  }
  return counts;
}

test('who has a thread open and who writes is told to those who have it open, and stands nowhere', async () => {
  const { id: threadId } = await aThread();
  const taean = await aPage(await anActor());
  const weihai = await aPage(await anActor({ government: 'weihai' }));
  await watch(taean.socket, threadId);
  const answer = await watch(weihai.socket, threadId);
  expect(answer.ok).toBe(true);
  const both = [taean.actor.accountId, weihai.actor.accountId].sort();
  await until('both are there', () => JSON.stringify(taean.present.at(-1)) === JSON.stringify(both));

  const before = await countRows();
  await type(taean, threadId);
  await until('the other side sees who writes', () => weihai.typing.length > 0);
  expect([taean.typing, weihai.typing]).toEqual([[], [taean.actor.accountId]]);
  expect(await countRows()).toEqual(before);

  weihai.socket.disconnect();
  await until('one has left', () => taean.present.at(-1)?.join() === taean.actor.accountId);
});

test('many signs at once are one, and the next one counts a moment later', async () => {
  const { id: threadId } = await aThread();
  const taean = await aPage(await anActor());
  const weihai = await aPage(await anActor({ government: 'weihai' }));
  await watch(taean.socket, threadId);
  await watch(weihai.socket, threadId);
  const now = Date.now();
  // why: however slow the machine is, they come in one moment.
  const clock = vi.spyOn(Date, 'now').mockReturnValue(now);
  for (let sign = 0; sign < 30; sign += 1) taean.socket.emit('typing', { threadId });
  await settle(taean, threadId);
  await settle(weihai, threadId);
  expect(weihai.typing).toHaveLength(1);
  clock.mockReturnValue(now + 5_000);
  await type(taean, threadId);
  clock.mockRestore();
  await until('it is told again', () => weihai.typing.length > 1);
  expect(weihai.typing).toHaveLength(2);
});

test('who may not see a thread hears nothing of it, says nothing in it, and is not among those who are there', async () => {
  const { id: threadId } = await aThread({ visibility: 'bilateral', audience: ['weihai'] });
  const taean = await aPage(await anActor());
  const weihai = await aPage(await anActor({ government: 'weihai' }));
  const qingdao = await aPage(await anActor({ government: 'qingdao', role: 'secretariat' }));
  const observer = await aPage(await anActor({ role: 'observer' }));
  await watch(taean.socket, threadId);
  await watch(weihai.socket, threadId);
  expect(await watch(qingdao.socket, threadId)).toEqual({ ok: false });
  expect((await watch(observer.socket, threadId)).ok).toBe(true);
  await type(qingdao, threadId);
  // Who only reads writes nothing, whatever the page says.
  await type(observer, threadId);
  await type(taean, threadId);
  await until('who may is heard', () => weihai.typing.length > 0);
  expect([weihai.typing, taean.typing]).toEqual([[taean.actor.accountId], []]);
  await settle(qingdao, threadId);
  expect([qingdao.typing, qingdao.present]).toEqual([[], []]);
  const here = await watch(taean.socket, threadId);
  expect(JSON.stringify(here)).not.toContain(qingdao.actor.accountId);
});

test('from the moment that a topic is narrowed, who may not read it any more is out of it', async () => {
  const { id: threadId } = await aThread();
  const taean = await aPage(await anActor());
  const weihai = await aPage(await anActor({ government: 'weihai' }));
  const qingdao = await aPage(await anActor({ government: 'qingdao' }));
  for (const { socket } of [taean, weihai, qingdao]) await watch(socket, threadId);
  const words = { language: 'ko' as const, body: '이제 위해시와만 나눕니다.', onlyOwnGovernment: false };
  await writePost(taean.actor, { threadId, clientKey: uuid(), ...words });
  expect((await narrowTopic(taean.actor, { threadId, audience: ['weihai'] })).ok).toBe(true);
  const left = [taean.actor.accountId, weihai.actor.accountId].sort().join();
  await until('the others see it', () => taean.present.at(-1)?.join() === left);
  await type(taean, threadId);
  await until('who still reads hears of it', () => weihai.typing.length > 0);
  await settle(qingdao, threadId);
  expect(qingdao.typing).toEqual([]);
});
