import { v7 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import { db } from '#app/db/client.server.ts';
import { anActor } from '#tests/factories.ts';
import { createTestDatabase } from '#tests/world.ts';
import { findThreads } from './find-threads.server.ts';
import { openTopic } from './open-topic.server.ts';
import { writePost } from './write-post.server.ts';

createTestDatabase();

const topic = () => ({
  clientKey: uuid(),
  title: '라벨 등록표 양식',
  language: 'ko' as const,
  body: '같은 양식을 쓰면 어떻겠습니까?',
  visibility: 'network' as const,
  audience: [] as string[],
});

test('a topic opens once however often it is sent, with its first post in it', async () => {
  const actor = await anActor();
  const input = topic();

  const answers = await Promise.all([openTopic(actor, input), openTopic(actor, input)]);

  expect(answers).toEqual(Array(2).fill({ ok: true, value: { threadId: input.clientKey } }));
  expect(
    await db().event.findMany({
      where: { threadId: input.clientKey },
      select: { type: true },
      orderBy: { seq: 'asc' },
    }),
  ).toEqual([{ type: 'topic_opened' }, { type: 'post_written' }]);
  expect(await openTopic(actor, { ...input, body: '다른 글' })).toEqual({ ok: false, reason: 'key_reused' });
});

test('the named governments of a topic are told of it and see it, others do not', async () => {
  const [owner, named, other] = [
    await anActor(),
    await anActor({ government: 'weihai' }),
    await anActor({ government: 'qingdao' }),
  ];
  const input = { ...topic(), visibility: 'bilateral' as const, audience: ['weihai'] };
  await openTopic(owner, input);

  const seenBy = async (reader: typeof owner) =>
    (
      await findThreads(reader, { filter: { tab: 'all', subject: 'topic', page: 1 }, language: 'en' })
    ).threads.some(({ threadId }) => threadId === input.clientKey);
  expect(await Promise.all([owner, named, other].map(seenBy))).toEqual([true, true, false]);
  expect(
    await db().notification.findMany({ where: { threadId: input.clientKey }, select: { seatId: true } }),
  ).toEqual([{ seatId: named.seatId }]);
});

test('a topic for named governments names at least one other', async () => {
  const actor = await anActor();
  const input = { ...topic(), visibility: 'bilateral' as const, audience: ['taean', 'nowhere'] };

  expect(await openTopic(actor, input)).toEqual({ ok: false, reason: 'needs_two_governments' });
});

test('the forum counts and shows only what the reader may see', async () => {
  const [owner, other] = [await anActor(), await anActor({ government: 'weihai' })];
  const input = topic();
  await openTopic(owner, input);
  await writePost(owner, {
    threadId: input.clientKey,
    clientKey: uuid(),
    language: 'ko',
    body: '내부',
    onlyOwnGovernment: true,
  });

  const listed = async (reader: typeof owner) =>
    (await findThreads(reader, { filter: { tab: 'all', page: 1 }, language: 'zh' })).threads.find(
      ({ threadId }) => threadId === input.clientKey,
    );
  expect(await listed(owner)).toMatchObject({
    posts: 2,
    following: true,
    title: { text: input.title, label: 'original' },
  });
  expect(await listed(other)).toMatchObject({
    posts: 1,
    following: false,
    last: { type: 'post_written', governmentId: 'taean' },
  });
});
