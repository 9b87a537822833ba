import { v7 as uuid } from 'uuid';
import { describe, expect, test } from 'vitest';
import { db } from '#app/db/client.server.ts';
import { anActor, anIncident, aThread } from '#tests/factories.ts';
import { createTestDatabase } from '#tests/world.ts';
import { confirmIncident } from '../incident/confirm-incident.server.ts';
import { readEntries, readSnapshot } from './find-entries.server.ts';
import { writePost } from './write-post.server.ts';

createTestDatabase();

const words = (overrides: Partial<Parameters<typeof writePost>[1]> & { threadId: string }) => ({
  clientKey: uuid(),
  language: 'ko' as const,
  body: '부표 340개를 수거했습니다.',
  onlyOwnGovernment: false,
  ...overrides,
});

describe('writing a post', () => {
  test('a post gets the next number of its thread, and its author follows the thread from then on', async () => {
    const author = await anActor();
    const { id: threadId } = await aThread({ lastSeq: 4 });

    expect(await writePost(author, words({ threadId }))).toEqual({ ok: true, value: { seq: 5 } });
    expect(await db().follow.count({ where: { threadId, seatId: author.seatId } })).toBe(1);
  });

  test('the same post sent five times at once stands there once, and each answer names its number', async () => {
    const author = await anActor();
    const { id: threadId } = await aThread();
    const post = words({ threadId });

    const answers = await Promise.all(Array.from({ length: 5 }, () => writePost(author, post)));

    expect(answers).toEqual(Array(5).fill({ ok: true, value: { seq: 1 } }));
    expect(await db().post.count({ where: { threadId } })).toBe(1);
    expect(await db().event.count({ where: { threadId } })).toBe(1);
  });

  test.each([
    ['other words', { body: '다른 글' }],
    ['another language', { language: 'en' as const }],
    ['another circle of readers', { onlyOwnGovernment: true }],
  ])('the key of an earlier post with %s is refused', async (_, change) => {
    const author = await anActor();
    const { id: threadId } = await aThread();
    const post = words({ threadId });
    await writePost(author, post);

    expect(await writePost(author, { ...post, ...change })).toEqual({ ok: false, reason: 'key_reused' });
    expect(await db().post.count({ where: { threadId } })).toBe(1);
  });

  test('two people may happen to use the same key', async () => {
    const [one, other] = [await anActor(), await anActor({ government: 'weihai' })];
    const { id: threadId } = await aThread();
    const post = words({ threadId });

    expect([await writePost(one, post), await writePost(other, post)]).toEqual([
      { ok: true, value: { seq: 1 } },
      { ok: true, value: { seq: 2 } },
    ]);
  });

  test('eight people writing at once leave no hole and no double number, and nobody reading along misses one', async () => {
    const writers = await Promise.all(
      Array.from({ length: 8 }, (_, i) => anActor({ government: i % 2 ? 'weihai' : 'taean' })),
    );
    const { id: threadId } = await aThread();
    const reader = await anActor({ government: 'qingdao' });
    let writing = true;
    const read: number[] = [];
    const reading = (async () => {
      while (writing || read.length < 40) {
        const page = await readEntries(reader, threadId, { after: read.at(-1) ?? 0, limit: 7 });
        if (page && 'entries' in page) read.push(...page.entries.map(({ seq }) => seq));
      }
    })();

    await Promise.all(
      writers.map(async (writer) => {
        for (let i = 0; i < 5; i += 1) await writePost(writer, words({ threadId, body: `${i}` }));
      }),
    );
    writing = false;
    await reading;

    expect(read).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
  });

  test('whoever follows the thread is told, except the author', async () => {
    const [author, follower] = [await anActor(), await anActor({ government: 'weihai' })];
    const { id: threadId } = await aThread();
    await writePost(follower, words({ threadId }));
    await writePost(author, words({ threadId }));
    await writePost(author, words({ threadId }));

    const told = await db().notification.findMany({ where: { threadId }, orderBy: { seq: 'asc' } });
    expect(told.map(({ seatId, seq }) => [seatId, seq])).toEqual([
      [follower.seatId, 2],
      [follower.seatId, 3],
    ]);
  });

  test('observers read and do not write', async () => {
    const observer = await anActor({ role: 'observer' });
    const { id: threadId } = await aThread();

    expect(await writePost(observer, words({ threadId }))).toEqual({ ok: false, reason: 'not_allowed' });
  });

  test('a thread that one may not see does not exist for its writer either', async () => {
    const stranger = await anActor({ government: 'weihai' });
    const { id: threadId } = await aThread({ visibility: 'bilateral', audience: ['qingdao'] });

    expect(await writePost(stranger, words({ threadId }))).toEqual({ ok: false, reason: 'not_found' });
  });
});

describe('a post for one’s own government', () => {
  test('others get its number and nothing else, by snapshot and by cursor, and are not notified', async () => {
    const author = await anActor({ government: 'taean' });
    const colleague = await anActor({ government: 'taean' });
    const other = await anActor({ government: 'weihai' });
    const { id: threadId } = await aThread({ visibility: 'public' });
    await writePost(other, words({ threadId, language: 'zh', body: '已收到' }));
    await writePost(author, words({ threadId, body: '내부 검토용 메모', onlyOwnGovernment: true }));

    for (const reader of [other, null, await anActor({ government: 'qingdao', role: 'secretariat' })]) {
      const snapshot = await readSnapshot(reader, threadId);
      const page = await readEntries(reader, threadId, { after: 1 });
      expect(snapshot?.entries.at(-1)).toEqual({ seq: 2, type: 'hidden' });
      expect(page).toMatchObject({ head: 2, entries: [{ seq: 2, type: 'hidden' }] });
      expect(JSON.stringify([snapshot, page])).not.toContain('내부');
    }
    expect((await readSnapshot(colleague, threadId))?.entries.at(-1)).toMatchObject({
      seq: 2,
      restricted: true,
      post: { body: '내부 검토용 메모' },
    });
    expect(await db().notification.count({ where: { seatId: other.seatId, threadId } })).toBe(0);
  });
});

describe('reading', () => {
  test('the public sees the course of a public incident, neither its talk nor the names of officials', async () => {
    const author = await anActor();
    const { threadId, number } = await anIncident({ thread: { visibility: 'public' } });
    await writePost(author, words({ threadId }));
    await confirmIncident(author, { number });

    const snapshot = await readSnapshot(null, threadId);
    expect(snapshot?.entries).toMatchObject([
      { type: 'incident_reported' },
      { seq: 2, type: 'hidden' },
      {
        type: 'incident_confirmed',
        actor: { governmentId: 'taean', name: null, accountId: null, seat: null },
      },
    ]);
    expect(JSON.stringify(snapshot)).not.toContain(author.nameLatin);
  });

  test('a thread for named governments is open to them and to nobody else', async () => {
    const { id: threadId } = await aThread({ visibility: 'bilateral', audience: ['weihai'] });
    const readers = [await anActor({ government: 'taean' }), await anActor({ government: 'weihai' })];
    for (const reader of readers) expect(await readSnapshot(reader, threadId)).not.toBeNull();
    for (const reader of [await anActor({ government: 'qingdao' }), null]) {
      expect(await readSnapshot(reader, threadId)).toBeNull();
      expect(await readEntries(reader, threadId, { after: 0 })).toBeNull();
    }
  });

  test('whoever is behind the oldest kept event gets the whole again', async () => {
    const { id: threadId } = await aThread({ lastSeq: 9, minSeq: 8 });
    const reader = await anActor();

    expect(await readEntries(reader, threadId, { after: 6 })).toMatchObject({
      snapshot: { head: 9, minSeq: 8 },
    });
    expect(await readEntries(reader, threadId, { after: 7 })).toMatchObject({ head: 9, entries: [] });
  });
});
