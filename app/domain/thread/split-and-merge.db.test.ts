import { v7 as uuid } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '#app/db/client.server.ts';
import type { Visibility } from '#prisma/generated/enums.ts';
import { anActor, aThread } from '#tests/factories.ts';
import { aPdf } from '#tests/files.ts';
import { readerNames, readerOf } from '#tests/readers.ts';
import { createTestDatabase } from '#tests/world.ts';
import type { Actor, Reader } from '../actor.ts';
import { proposeDecision } from '../decision/propose-decision.server.ts';
import { keepIndex } from '../search/keep-index.server.ts';
import { searchInput } from '../search/search.ts';
import { searchEverything } from '../search/search-everything.server.ts';
import { addTranslation } from '../translation/add-translation.server.ts';
import { acknowledgePost } from './acknowledge-post.server.ts';
import { editPost } from './edit-post.server.ts';
import { findFile } from './find-file.server.ts';
import { readEntries, readSnapshot } from './find-entries.server.ts';
import { findUnread } from './find-unread.server.ts';
import { markThreadRead } from './mark-thread-read.server.ts';
import { mergeTopics } from './merge-topics.server.ts';
import { reactToPost } from './react-to-post.server.ts';
import { reduce, stateOf } from './reduce.ts';
import { splitTopic } from './split-topic.server.ts';
import { storeFile } from './store-file.server.ts';
import { writePost } from './write-post.server.ts';

createTestDatabase();

const language = 'ko' as const;
let taean: Actor;
let weihai: Actor;
let secretariat: Actor;
let readers: { name: string; reader: Reader }[];
beforeAll(async () => {
  keepIndex();
  taean = await anActor();
  weihai = await anActor({ government: 'weihai' });
  secretariat = await anActor({ government: 'secretariat', role: 'secretariat' }).catch(() =>
    anActor({ government: 'qingdao', role: 'secretariat' }),
  );
  readers = await Promise.all(readerNames.map(async (name) => ({ name, reader: await readerOf(name) })));
});

type More = { onlyOwnGovernment?: boolean; replyTo?: number; fileIds?: string[] };

async function say(actor: Actor, threadId: string, body: string, more: More = {}) {
  const post = { clientKey: uuid(), language, body, onlyOwnGovernment: false, ...more, threadId };
  const result = await writePost(actor, post);
  if (!result.ok) throw new Error(result.reason);
  return { threadId, seq: result.value.seq };
}

function split(actor: Actor, threadId: string, seqs: number[], clientKey = uuid()) {
  return splitTopic(actor, { threadId, clientKey, title: '갈라져 나온 이야기', language, seqs });
}

async function bodiesOf(reader: Reader, threadId: string) {
  const entries = (await readSnapshot(reader, threadId))?.entries ?? [];
  return entries.flatMap((entry) => (entry.type === 'post_written' ? [entry.post.body] : []));
}

/** Words, an edit, a translation, an answer, a file, a reaction, a word for the own government. */
async function aLivelyTopic(visibility: Visibility) {
  const audience = visibility === 'bilateral' ? ['weihai'] : [];
  const { id: threadId } = await aThread({ visibility, audience });
  const file = await storeFile(taean, { bytes: aPdf(), name: '조사.pdf' });
  const first = await say(taean, threadId, '첫 글', file.ok ? { fileIds: [file.value.id] } : {});
  await editPost(taean, { ...first, body: '고친 첫 글', language, revision: 1 });
  const post = await db().post.findUniqueOrThrow({ where: { threadId_seq: first } });
  await addTranslation(taean, {
    ...{ subject: 'post', subjectId: post.id, field: 'text', language: 'zh', revision: 2, version: 0 },
    text: '第一条',
  });
  const own = await say(taean, threadId, '우리끼리', { onlyOwnGovernment: true });
  const reply = await say(taean, threadId, '첫 글에 답합니다', { replyTo: first.seq });
  if (visibility !== 'government') {
    await acknowledgePost(weihai, { ...first, revision: 2 });
    await reactToPost(weihai, { ...first, reaction: 'thanks', on: true });
  }
  const stays = await say(taean, threadId, '남는 글', { replyTo: first.seq });
  return { threadId, first, own, reply, stays, fileId: file.ok ? file.value.id : '' };
}

describe('a page that was open before equals a page loaded now, for every role', () => {
  test.each(['government', 'bilateral', 'network', 'public'] as const)(
    'when a topic for %s is split and merged back',
    async (visibility) => {
      const topic = await aLivelyTopic(visibility);
      const looks: { name: string; threadId: string; snapshot: Awaited<ReturnType<typeof readSnapshot>> }[] =
        [];
      const look = async (threadId: string) => {
        for (const { name, reader } of readers)
          looks.push({ name, threadId, snapshot: await readSnapshot(reader, threadId) });
      };
      await look(topic.threadId);
      const made = await split(taean, topic.threadId, [topic.first.seq, topic.own.seq, topic.reply.seq]);
      if (!made.ok) throw new Error(made.reason);
      await look(topic.threadId);
      await look(made.value.threadId);
      if (visibility !== 'government')
        await acknowledgePost(weihai, { threadId: made.value.threadId, seq: 2, revision: 2 });
      const merged = await mergeTopics(taean, { threadId: made.value.threadId, toThreadId: topic.threadId });
      expect(merged).toMatchObject({ ok: true });
      for (const { name, threadId, snapshot } of looks) {
        const reader = readers.find((one) => one.name === name)?.reader ?? null;
        const end = await readSnapshot(reader, threadId);
        const page = snapshot && (await readEntries(reader, threadId, { after: snapshot.head }));
        if (!snapshot || !page || !end || 'snapshot' in page) {
          expect([name, snapshot, end]).toEqual([name, null, null]);
          continue;
        }
        expect([name, reduce(stateOf(snapshot), page.entries)]).toEqual([name, stateOf(end)]);
      }
    },
    120_000,
  );
});

describe('a split', () => {
  test('takes along what hangs on a post, and leaves a way there', async () => {
    const { threadId, first, own, reply, stays, fileId } = await aLivelyTopic('bilateral');
    const key = uuid();
    const made = await split(taean, threadId, [first.seq, own.seq, reply.seq], key);
    expect(await split(taean, threadId, [first.seq, own.seq, reply.seq], key)).toEqual(made);
    expect(await bodiesOf(taean, key)).toEqual(['고친 첫 글', '우리끼리', '첫 글에 답합니다']);
    expect(await bodiesOf(weihai, key)).toEqual(['고친 첫 글', '첫 글에 답합니다']);
    expect(await bodiesOf(await anActor({ government: 'qingdao' }), key)).toEqual([]);
    const there = await readSnapshot(weihai, key);
    expect(there?.entries).toMatchObject([
      { type: 'topic_split_off', payload: { fromThreadId: threadId, count: 2 } },
      {
        post: {
          ...{ revision: 2, replyTo: null, files: [{ id: fileId }], translations: [{ body: '第一条' }] },
          ...{ acknowledgements: [{ governmentId: 'weihai' }], reactions: [{ reaction: 'thanks' }] },
        },
      },
      { type: 'hidden' },
      { post: { replyTo: 2 } },
    ]);
    const here = await readSnapshot(weihai, threadId);
    const old = here?.entries.find(({ seq }) => seq === first.seq);
    expect(old).toMatchObject({
      post: { body: '', deleted: true, moved: { threadId: key, seq: 2 }, files: [] },
    });
    expect(here?.entries.at(-1)).toMatchObject({ type: 'topic_split', payload: { toThreadId: key } });
    expect(await findFile(weihai, fileId)).toMatchObject({ id: fileId });
    expect(here?.entries.find(({ seq }) => seq === stays.seq)).toMatchObject({
      post: { replyTo: first.seq },
    });
  });

  test('is for who keeps the topic, of posts that they see and that are there', async () => {
    const { threadId, first, own } = await aLivelyTopic('network');
    expect(await split(weihai, threadId, [first.seq])).toMatchObject({ reason: 'not_allowed' });
    expect(await split(secretariat, threadId, [own.seq])).toMatchObject({ reason: 'not_found' });
    expect(await split(taean, threadId, [999])).toMatchObject({ reason: 'already_changed' });
    expect(await split(secretariat, threadId, [first.seq])).toMatchObject({ ok: true });
    expect(await split(taean, threadId, [first.seq])).toMatchObject({ reason: 'already_changed' });
    const closed = await aLivelyTopic('government');
    expect(await split(secretariat, closed.threadId, [closed.first.seq])).toMatchObject({
      reason: 'not_found',
    });
  });

  test('leaves what was put to the governments where it is', async () => {
    const { id: threadId } = await aThread();
    const proposed = await proposeDecision(taean, {
      ...{ threadId, clientKey: uuid(), language, body: '함께 쓴다.', options: [], governments: ['weihai'] },
      deadline: new Date(Date.now() + 3_600_000),
    });
    if (!proposed.ok) throw new Error(proposed.reason);
    const { seq } = await db().post.findFirstOrThrow({ where: { threadId } });
    expect(await split(taean, threadId, [seq])).toMatchObject({ reason: 'decision_stays' });
  });

  test('keeps what was read read, what was not unread, and counts nothing twice', async () => {
    const { id: threadId } = await aThread();
    const first = await say(taean, threadId, '하나');
    const second = await say(taean, threadId, '둘');
    const third = await say(taean, threadId, '셋');
    const at = await anActor({ government: 'weihai' });
    await markThreadRead(at, { threadId, upTo: first.seq });
    const made = await split(taean, threadId, [first.seq, second.seq]);
    if (!made.ok) throw new Error(made.reason);
    const unread = await findUnread(at, [threadId, made.value.threadId]);
    // "Two", and here "three" with the line that says what became of the others.
    expect(unread.get(made.value.threadId)).toMatchObject({ count: 1, first: 3 });
    expect(unread.get(threadId)).toMatchObject({ count: 2, first: third.seq });
  });

  test('and what is found by the search is where it is', async () => {
    const { id: threadId } = await aThread();
    const { seq } = await say(taean, threadId, '괭이갈매기번식지 이야기');
    const made = await split(taean, threadId, [seq]);
    const found = await searchEverything(weihai, searchInput.parse({ q: '괭이갈매기번식지' }), 'ko');
    expect(found.results.map(({ href }) => href)).toEqual([
      expect.stringContaining(made.ok ? made.value.threadId : 'none'),
    ]);
  });
});

describe('a merge', () => {
  const merge = (actor: Actor, threadId: string, toThreadId: string) =>
    mergeTopics(actor, { threadId, toThreadId });
  const topicFor = async (visibility: Visibility, audience: string[] = [], ownerGovernmentId = 'taean') => {
    const { id } = await aThread({ visibility, audience, ownerGovernmentId });
    const author = ownerGovernmentId === 'taean' ? taean : weihai;
    await say(author, id, `${visibility} ${audience.join(' ')}`);
    return id;
  };

  test('goes where the readers are the same, or fewer: then both are for them', async () => {
    const [wide, named] = [await topicFor('network'), await topicFor('bilateral', ['weihai'])];
    const qingdao = await anActor({ government: 'qingdao' });
    expect(await merge(taean, wide, named)).toMatchObject({ ok: true });
    expect(await bodiesOf(weihai, named)).toEqual(['bilateral weihai', 'network ']);
    expect([await readSnapshot(qingdao, wide), await readSnapshot(qingdao, named)]).toEqual([null, null]);
    const here = await readSnapshot(weihai, wide);
    expect(here?.entries.at(-1)).toMatchObject({
      type: 'topic_merged',
      payload: { toThreadId: named, count: 1 },
    });
    expect(await db().thread.findUniqueOrThrow({ where: { id: wide } })).toMatchObject({
      visibility: 'bilateral',
      closedAt: expect.any(Date),
    });
    expect(await merge(taean, wide, named)).toMatchObject({ reason: 'already_changed' });
  });

  test('and never where somebody would read what was not for them, or its owner would lose it', async () => {
    const refused = { reason: 'other_readers' };
    const [network, open] = [await topicFor('network'), await topicFor('public')];
    const [own, named] = [await topicFor('government'), await topicFor('bilateral', ['weihai'])];
    const others = await topicFor('bilateral', ['qingdao']);
    for (const [from, to] of [
      [own, named],
      [own, network],
      [named, network],
      [named, others],
      [network, open],
      [open, network],
    ] as const)
      expect([from, to, await merge(taean, from, to)]).toMatchObject([from, to, refused]);
    const theirs = await topicFor('network', [], 'weihai');
    const secretary = await anActor({ role: 'secretariat' });
    expect(await merge(secretary, theirs, own)).toMatchObject(refused);
    expect(await bodiesOf(weihai, theirs)).toHaveLength(1);
  });

  test('is for who keeps both, and not into a closed one', async () => {
    const [one, other] = [await topicFor('network'), await topicFor('network', [], 'weihai')];
    expect(await merge(taean, one, other)).toMatchObject({ reason: 'not_allowed' });
    expect(await merge(weihai, one, other)).toMatchObject({ reason: 'not_allowed' });
    expect(await merge(taean, one, one)).toMatchObject({ reason: 'nothing_changed' });
    expect(await merge(weihai, one, await topicFor('government'))).toMatchObject({ reason: 'not_found' });
    expect(await merge(secretariat, one, other)).toMatchObject({ ok: true });
    const third = await topicFor('network');
    expect(await merge(taean, third, one)).toMatchObject({ reason: 'topic_closed' });
  });
});
