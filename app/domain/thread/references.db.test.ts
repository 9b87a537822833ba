import { v7 as uuid } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '#app/db/client.server.ts';
import { anActor, anIncident, aThread } from '#tests/factories.ts';
import { readerNames, readerOf } from '#tests/readers.ts';
import { createTestDatabase } from '#tests/world.ts';
import type { Actor, Reader } from '../actor.ts';
import { proposeDecision } from '../decision/propose-decision.server.ts';
import { confirmIncident } from '../incident/confirm-incident.server.ts';
import { deletePost } from './delete-post.server.ts';
import { editPost } from './edit-post.server.ts';
import { findPostsNaming, findReferences } from './find-references.server.ts';
import { mergeTopics } from './merge-topics.server.ts';
import { narrowTopic } from './narrow-topic.server.ts';
import { openTopic } from './open-topic.server.ts';
import { maySee } from './policy.ts';
import { numbersIn, type Reference, withStates } from './reference.ts';
import { renderMarkdown } from './markdown.server.ts';
import { splitTopic } from './split-topic.server.ts';
import { writePost } from './write-post.server.ts';

createTestDatabase();

let taean: Actor;
let weihai: Actor;
let readers: { name: string; reader: Reader }[];
beforeAll(async () => {
  taean = await anActor();
  weihai = await anActor({ government: 'weihai' });
  readers = await Promise.all(readerNames.map(async (name) => ({ name, reader: await readerOf(name) })));
});

async function say(threadId: string, body: string, onlyOwnGovernment = false): Promise<number> {
  const said = await writePost(taean, {
    threadId,
    clientKey: uuid(),
    language: 'ko',
    body,
    onlyOwnGovernment,
  });
  if (!said.ok) throw new Error(said.reason);
  return said.value.seq;
}

const places = async (actor: Actor, number: string) =>
  (await findPostsNaming(actor, number, 'ko')).posts.map(({ threadId, seq }) => ({ threadId, seq }));

/** Names of the readers who are told of a post that names it; guests are told of none. */
async function whoIsTold(number: string): Promise<string[]> {
  const names: string[] = [];
  for (const { name, reader } of readers)
    if (reader && (await findPostsNaming(reader, number, 'ko')).total > 0) names.push(name);
  return names;
}

describe('the posts that name an incident', () => {
  test.each(['government', 'bilateral', 'network', 'public'] as const)(
    'are told to who may see their thread, in a thread for %s',
    async (visibility) => {
      const { number } = await anIncident();
      const audience = visibility === 'bilateral' ? ['weihai'] : [];
      const { id: threadId } = await aThread({ visibility, audience });
      await say(threadId, `${number}와 이어지는 일입니다.`);
      const thread = { visibility, ownerGovernmentId: 'taean', withdrawnAt: null };
      const seen = { ...thread, audience: audience.map((governmentId) => ({ governmentId })) };
      expect(await whoIsTold(number)).toEqual(
        readers.flatMap(({ name, reader }) => (reader && maySee(reader, seen) ? [name] : [])),
      );
    },
  );

  test('and when one is kept for a government, to that government', async () => {
    const { number } = await anIncident();
    const { id: threadId } = await aThread();
    await say(threadId, number, true);
    expect(await whoIsTold(number)).toEqual(readerNames.filter((name) => name.startsWith('taean')));
  });

  test('are those of other threads, newest first, with how their threads are called', async () => {
    const { number, threadId: own } = await anIncident();
    const { id: threadId } = await aThread({ title: '부표 수거 일정' });
    await say(own, `${number} 여기의 일입니다.`);
    const first = await say(threadId, `${number} 확인 부탁드립니다.`);
    const second = await say(threadId, `다시 ${number}, 그리고 ${number}`);
    const found = await findPostsNaming(weihai, number, 'zh');
    expect(found).toMatchObject({
      total: 2,
      posts: [
        {
          threadId,
          seq: second,
          government: { id: 'taean' },
          title: { text: '부표 수거 일정', language: 'ko' },
        },
        { seq: first },
      ],
    });
  });

  test('begin and end with an edit, and a word in code is no name', async () => {
    const { number } = await anIncident();
    const { id: threadId } = await aThread();
    const seq = await say(threadId, `\`${number}\``);
    expect(await places(weihai, number)).toEqual([]);
    const edit = { threadId, seq, language: 'ko' as const };
    expect((await editPost(taean, { ...edit, body: number, revision: 1 })).ok).toBe(true);
    expect(await places(weihai, number)).toEqual([{ threadId, seq }]);
    expect((await editPost(taean, { ...edit, body: '아닙니다.', revision: 2 })).ok).toBe(true);
    expect(await places(weihai, number)).toEqual([]);
  });

  test('vanish with their deletion and with their thread', async () => {
    const { number } = await anIncident();
    const [one, other] = [await aThread(), await aThread()];
    const seq = await say(one.id, number);
    await say(other.id, number);
    await deletePost(taean, { threadId: one.id, seq });
    expect((await places(weihai, number)).map(({ threadId }) => threadId)).toEqual([other.id]);
    await db().thread.update({ where: { id: other.id }, data: { withdrawnAt: new Date() } });
    expect(await places(weihai, number)).toEqual([]);
  });

  test('follow their posts to another topic, and are gone for who may not read that one', async () => {
    const { number } = await anIncident();
    const { id: threadId } = await aThread();
    const seq = await say(threadId, number);
    const made = uuid();
    const split = { threadId, clientKey: made, title: '나눈 주제', language: 'ko' as const, seqs: [seq] };
    expect((await splitTopic(taean, split)).ok).toBe(true);
    expect(await places(weihai, number)).toEqual([{ threadId: made, seq: 2 }]);
    const { id: narrow } = await aThread({ visibility: 'bilateral', audience: ['weihai'] });
    expect((await mergeTopics(taean, { threadId: made, toThreadId: narrow })).ok).toBe(true);
    expect((await places(weihai, number)).map((one) => one.threadId)).toEqual([narrow]);
    expect(await whoIsTold(number)).toEqual(readerNames.filter((name) => /^(taean|weihai)/.test(name)));
    await narrowTopic(taean, { threadId: narrow, audience: [] });
    expect(await places(weihai, number)).toEqual([]);
  });

  test('may open a topic or put something to the governments', async () => {
    const { number } = await anIncident();
    const threadId = uuid();
    const topic = { title: '새 주제', language: 'ko' as const, body: `${number}에 대하여`, audience: [] };
    await openTopic(taean, { clientKey: threadId, visibility: 'network', ...topic });
    const proposed = await proposeDecision(taean, {
      ...{ threadId, clientKey: uuid(), language: 'ko', body: `${number} 공동 수거`, options: [] },
      ...{ governments: ['weihai'], zone: 'Asia/Seoul', deadline: new Date(Date.now() + 3_600_000) },
    });
    expect(proposed.ok).toBe(true);
    expect((await places(weihai, number)).map(({ seq }) => seq)).toEqual([3, 2]);
  });
});

describe('what a post names', () => {
  test('is told with where it stands now, and only to who may know of it', async () => {
    const open = await anIncident();
    const own = await anIncident({ thread: { visibility: 'government' } });
    const everybody = await anIncident({ thread: { visibility: 'public' } });
    const numbers = [open.number, own.number, everybody.number, '2026-999999', 'A-999999'];
    const told = async (reader: Reader) =>
      (await findReferences(reader, numbers)).map(({ number, state }) => `${number} ${state}`).sort();
    expect(await told(taean)).toEqual(
      numbers
        .slice(0, 3)
        .map((number) => `${number} reported`)
        .sort(),
    );
    expect(await told(weihai)).toEqual([`${open.number} reported`, `${everybody.number} reported`].sort());
    expect(await told(null)).toEqual([`${everybody.number} reported`]);
    expect((await confirmIncident(taean, { number: open.number })).ok).toBe(true);
    expect(await told(weihai)).toContain(`${open.number} confirmed`);
  });

  test('carries its state in the page, and nobody can write such a thing themselves', () => {
    const html = renderMarkdown(
      '2026-0412와 A-24, <a href="/incidents/2026-0001" class="reference">2026-0001</a>',
    );
    expect(numbersIn([html])).toEqual(['2026-0412', 'A-24', '2026-0001']);
    const states = new Map<string, Reference>([
      ['2026-0412', { number: '2026-0412', threadId: 't', subject: 'incident', state: 'confirmed' }],
    ]);
    const shown = withStates(html, states, { say: () => '<b>확인</b>', lang: 'ko' });
    expect(shown).toContain(
      '<a href="/incidents/2026-0412" class="reference reference-confirmed">2026-0412<span class="reference-state" lang="ko">&#60;b&#62;확인&#60;/b&#62;</span></a>와',
    );
    expect(shown).toContain('<a href="/actions/A-24" class="reference">A-24</a>');
    expect(shown).not.toContain('<b>');
  });
});
