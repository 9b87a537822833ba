import { v7 as uuid } from 'uuid';
import { describe, expect, test } from 'vitest';
import { db } from '#app/db/client.server.ts';
import type { Actor } from '../actor.ts';
import { anActor, aThread } from '#tests/factories.ts';
import { createTestDatabase } from '#tests/world.ts';
import { acknowledgePost } from './acknowledge-post.server.ts';
import { findThreads } from './find-threads.server.ts';
import { findUnread } from './find-unread.server.ts';
import { threadFilterSchema } from './filter.ts';
import { markThreadRead } from './mark-thread-read.server.ts';
import { markThreadUnread } from './mark-thread-unread.server.ts';
import { readThread } from './read-thread.server.ts';
import { writePost } from './write-post.server.ts';

createTestDatabase();

async function say(actor: Actor, threadId: string, onlyOwnGovernment = false) {
  const post = { clientKey: uuid(), language: 'ko' as const, body: '확인했습니다.', onlyOwnGovernment };
  expect((await writePost(actor, { ...post, threadId })).ok).toBe(true);
}

const unreadIn = async (actor: Actor, threadId: string) =>
  (await findUnread(actor, [threadId])).get(threadId);

async function forum(actor: Actor, asked: Record<string, string>) {
  const { threads } = await findThreads(actor, { filter: threadFilterSchema.parse(asked), language: 'ko' });
  return threads.map(({ threadId }) => threadId);
}

describe('what is unread', () => {
  test('is what others wrote after the last number that the seat has read', async () => {
    const [taean, weihai] = [await anActor(), await anActor({ government: 'weihai' })];
    const { id: threadId } = await aThread();
    await say(weihai, threadId);
    await say(taean, threadId);
    await say(weihai, threadId);

    expect(await unreadIn(taean, threadId)).toEqual({ threadId, count: 2, first: 1 });
    await markThreadRead(taean, { threadId, upTo: 1 });
    expect(await unreadIn(taean, threadId)).toEqual({ threadId, count: 1, first: 3 });
    await markThreadRead(taean, { threadId });
    expect(await unreadIn(taean, threadId)).toBeUndefined();
    expect(await unreadIn(weihai, threadId)).toEqual({ threadId, count: 1, first: 2 });
  });

  test('never counts what is kept for another government', async () => {
    const [taean, colleague] = [await anActor(), await anActor()];
    const weihai = await anActor({ government: 'weihai' });
    const { id: threadId } = await aThread();
    await say(taean, threadId, true);

    expect(await unreadIn(weihai, threadId)).toBeUndefined();
    expect(await unreadIn(colleague, threadId)).toMatchObject({ count: 1 });
    expect(await forum(weihai, { tab: 'unread' })).not.toContain(threadId);
    expect(await forum(colleague, { tab: 'unread' })).toContain(threadId);
  });

  test('never counts a thread that the seat may not see, and its marks are refused like an absent one', async () => {
    const taean = await anActor();
    const qingdao = await anActor({ government: 'qingdao' });
    const { id: threadId } = await aThread({ visibility: 'bilateral', audience: ['weihai'] });
    await say(taean, threadId);

    expect((await findUnread(qingdao)).has(threadId)).toBe(false);
    const refused = { ok: false, reason: 'not_found' };
    expect(await markThreadRead(qingdao, { threadId })).toEqual(refused);
    expect(await markThreadUnread(qingdao, { threadId, from: 1 })).toEqual(refused);
    expect(await db().readMark.count({ where: { threadId } })).toBe(0);
  });

  test('does not grow when somebody says that they have read a post', async () => {
    const [taean, weihai, qingdao] = [
      await anActor(),
      await anActor({ government: 'weihai' }),
      await anActor({ government: 'qingdao' }),
    ];
    const { id: threadId } = await aThread();
    await say(taean, threadId);
    await markThreadRead(qingdao, { threadId });
    await acknowledgePost(weihai, { threadId, seq: 1, revision: 1 });

    expect(await unreadIn(qingdao, threadId)).toBeUndefined();
  });

  test('a page that was opened earlier takes nothing away, and one can come back to an entry', async () => {
    const [taean, weihai] = [await anActor(), await anActor({ government: 'weihai' })];
    const { id: threadId } = await aThread();
    for (let post = 0; post < 4; post += 1) await say(weihai, threadId);
    await markThreadRead(taean, { threadId, upTo: 4 });
    await markThreadRead(taean, { threadId, upTo: 2 });
    expect(await unreadIn(taean, threadId)).toBeUndefined();

    await markThreadUnread(taean, { threadId, from: 3 });
    expect(await unreadIn(taean, threadId)).toEqual({ threadId, count: 2, first: 3 });
  });

  test('what happened before the seat came into being counts as read', async () => {
    const weihai = await anActor({ government: 'weihai' });
    const { id: threadId } = await aThread();
    await say(weihai, threadId);
    await db().event.updateMany({ where: { threadId }, data: { at: new Date(Date.now() - 3_600_000) } });
    const successor = await anActor();

    expect(await unreadIn(successor, threadId)).toBeUndefined();
    await say(weihai, threadId);
    expect(await unreadIn(successor, threadId)).toEqual({ threadId, count: 1, first: 2 });
  });
});

describe('opening a long thread', () => {
  test('begins a little before the first unread entry and does not load the rest', async () => {
    const [taean, weihai] = [await anActor(), await anActor({ government: 'weihai' })];
    const { id: threadId } = await aThread({ lastSeq: 1000 });
    const at = new Date();
    const { governmentId, accountId, seatId } = weihai;
    await db().event.createMany({
      data: Array.from({ length: 1000 }, (_, index) => ({
        threadId,
        seq: index + 1,
        type: 'topic_opened',
        payload: {},
        governmentId,
        accountId,
        seatId,
        at,
      })),
    });
    await markThreadRead(taean, { threadId, upTo: 400 });

    const opened = await readThread(taean, threadId);
    expect(opened?.unread).toMatchObject({ first: 401, count: 600 });
    expect(opened?.entries.map(({ seq }) => seq)).toEqual(Array.from({ length: 100 }, (_, i) => 381 + i));
    const named = await readThread(taean, threadId, { at: 12 });
    expect(named?.entries[0]?.seq).toBe(1);
    expect(named?.entries.at(-1)?.seq).toBe(100);

    await markThreadRead(taean, { threadId });
    const end = await readThread(taean, threadId);
    expect(end?.entries.at(-1)?.seq).toBe(1000);
  });
});

describe('the forum', () => {
  test('is narrowed by category, kind, state, language and government, each alone', async () => {
    const [taean, weihai] = [await anActor(), await anActor({ government: 'weihai' })];
    const science = await aThread({ category: 'science' });
    const closed = await aThread({ category: 'policy', closedAt: new Date() });
    await say(weihai, science.id);

    expect(await forum(taean, { category: 'science' })).toEqual([science.id]);
    expect(await forum(taean, { state: 'closed', subject: 'topic' })).toEqual([closed.id]);
    expect(await forum(taean, { government: 'weihai', category: 'science' })).toEqual([science.id]);
    expect(await forum(taean, { government: 'jeju' })).toEqual([]);
    expect(await forum(taean, { language: 'zh' })).toEqual([]);
    expect(await forum(taean, { tab: 'nonsense', page: '-4', language: 'tlh' })).toContain(science.id);
  });
});
