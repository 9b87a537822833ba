import { readFileSync } from 'node:fs';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { db } from '#app/db/client.server.ts';
import { commit } from '#app/db/commit.server.ts';
import { Visibility } from '#prisma/generated/enums.ts';
import { anActor, anIncident, aThread } from '#tests/factories.ts';
import { readerNames, readerOf } from '#tests/readers.ts';
import { indexTexts, judge, labelledSet } from '#tests/search/judge.ts';
import { createTestDatabase } from '#tests/world.ts';
import type { Actor, Reader } from '../actor.ts';
import { addMilestone } from '../action-item/add-milestone.server.ts';
import { proposeActionItem } from '../action-item/propose-action-item.server.ts';
import { closeDecision } from '../decision/close-decision.server.ts';
import { proposeDecision } from '../decision/propose-decision.server.ts';
import { findIncidentPoints, findIncidents } from '../incident/find-incidents.server.ts';
import { noFilters } from '../incident/filters.ts';
import { summarizeIncidents } from '../incident/summarize-incidents.server.ts';
import { ensureGlossary } from '../glossary/ensure-glossary.server.ts';
import { writeTerm } from '../glossary/write-term.server.ts';
import { visibleTo } from '../thread/policy.ts';
import { writePost } from '../thread/write-post.server.ts';
import { addTranslation } from '../translation/add-translation.server.ts';
import { fillIndex } from './fill-index.server.ts';
import { keepIndex } from './keep-index.server.ts';
import { readProgress } from './read-progress.server.ts';
import { searchEverything, suggestThings } from './search-everything.server.ts';
import { searchInput } from './search.ts';

createTestDatabase();

let stop: () => void;
beforeAll(async () => {
  await ensureGlossary();
  stop = keepIndex();
});
afterAll(() => stop());

const ask = (reader: Reader, q: string, more: Record<string, string> = {}) =>
  searchEverything(reader, searchInput.parse({ q, ...more }), reader?.language ?? 'en');
const ids = async (reader: Reader, q: string, more: Record<string, string> = {}) =>
  (await ask(reader, q, more)).results.map(({ subjectId }) => subjectId);

async function aPost(body: string, { language = 'ko' as const, threadId = '' } = {}) {
  const author = await anActor();
  const thread = threadId || (await aThread()).id;
  await writePost(author, { threadId: thread, clientKey: uuid(), language, body, onlyOwnGovernment: false });
  const post = await db().post.findFirstOrThrow({ where: { threadId: thread }, orderBy: { seq: 'desc' } });
  return { author, threadId: thread, post };
}

describe('what is found', () => {
  test('the labelled set is found as well as it is promised', async () => {
    const set = labelledSet.parse(JSON.parse(readFileSync('tests/search/labelled.json', 'utf8')));
    await indexTexts(set.texts);
    const { figures } = await judge(set);
    await db().searchDocument.deleteMany({ where: { threadId: null, subject: 'post' } });
    expect(figures.ko.recall).toBeGreaterThanOrEqual(0.95);
    expect(figures.zh.recall).toBeGreaterThanOrEqual(0.92);
    expect(figures.en.recall).toBeGreaterThanOrEqual(0.95);
    for (const { precision } of Object.values(figures)) expect(precision).toBeGreaterThanOrEqual(0.95);
  });

  test('a post as soon as it is written, by the words of another language, too', async () => {
    const { author, post } = await aPost('앞바다에서 통발 두 개를 건졌습니다.');
    for (const q of ['통발', '地笼', 'trap']) expect(await ids(author, q)).toContain(post.id);
    const [found] = (await ask(author, '통발', { type: 'post' })).results;
    expect(found?.snippet).toContainEqual({ text: '통발', hit: true });
  });

  test.each(['폐그물', '廢棄漁網', '废弃渔网', '폐그물'.normalize('NFD')])(
    '%s finds derelict fishing nets, however they are called, and nothing that only has the words',
    async (q) => {
      const { id: threadId } = await aThread();
      const said = async (body: string) => (await aPost(body, { threadId })).post.id;
      const wanted = [
        await said('Crews lifted derelict fishing nets from the reef.'),
        await said('One lost fishing net fouled two propellers.'),
        await said('An abandoned net drifted past.'),
      ];
      const others = [
        await said('Fishing nets dried on the derelict pier.'),
        await said('The derelict boat kept fishing; its network was down.'),
        await said('폐교 옆에서 그물을 말렸습니다.'),
        await said('废弃物放在渔网旁边。'),
      ];
      const found = await ids(await anActor(), q, { type: 'post' });
      expect(wanted.filter((id) => !found.includes(id))).toEqual([]);
      expect(others.filter((id) => found.includes(id))).toEqual([]);
    },
  );

  test('a translation is found and shown to who reads its language', async () => {
    const { author, post } = await aPost('부표 자루를 옮겼습니다.');
    const translator = await anActor({ government: 'weihai', account: { language: 'zh' } });
    const words = { subject: 'post', subjectId: post.id, field: 'text', revision: 1 } as const;
    await addTranslation(translator, { ...words, language: 'zh', text: '已搬运浮球袋子，天气晴朗。' });
    const found = (await ask(translator, '天气晴朗')).results.find(({ subjectId }) => subjectId === post.id);
    expect(found).toMatchObject({ language: 'zh', isOriginal: false });
    expect(await ids(author, '天气晴朗', { language: 'zh' })).not.toContain(post.id);
  });

  test('a new term widens the search at once', async () => {
    const { author, post } = await aPost('모래톱에서 흰꼬리수리를 보았습니다.');
    expect(await ids(author, 'sea eagle')).not.toContain(post.id);
    const none = {
      avoidKo: [],
      avoidZh: [],
      avoidEn: [],
      definitionKo: '',
      definitionZh: '',
      definitionEn: '',
    };
    await writeTerm(author, null, {
      ...none,
      ...{ field: 'waste', ko: ['흰꼬리수리'], zh: ['白尾海雕'], en: ['sea eagle'] },
      ...{ source: '', note: '', revision: 0 },
    });
    expect(await ids(author, 'sea eagle')).toContain(post.id);
  });

  test('filters leave the counts of the other kinds alone', async () => {
    const actor = await anActor();
    const { id } = await anIncident({ title: '희귀한 갑오징어 통', status: 'confirmed' });
    await fillIndex();
    await aPost('갑오징어 통을 보았습니다.');
    const all = await ask(actor, '갑오징어');
    const posts = await ask(actor, '갑오징어', { type: 'post' });
    expect(posts.counts).toEqual(all.counts);
    expect([all.total, posts.total]).toEqual([2, 1]);
    expect(await ids(actor, '갑오징어', { state: 'confirmed' })).toEqual([id]);
    expect(await ids(actor, '갑오징어', { state: 'resolved' })).toEqual([]);
  });
});

describe('what else stands in a thread', () => {
  const proposal = async (author: Actor, threadId: string, body: string) => {
    const deadline = new Date(Date.now() + 3_600_000);
    const asked = { options: ['대모거북 방류', '보류'], governments: [author.governmentId], deadline };
    await proposeDecision(author, {
      ...{ threadId, clientKey: uuid(), language: 'ko', body, zone: 'Asia/Seoul' },
      ...asked,
    });
    return db().post.findFirstOrThrow({ where: { threadId }, orderBy: { seq: 'desc' } });
  };

  test('a decision is found by its proposal, an option and its outcome, and by whether it is open', async () => {
    const author = await anActor();
    const { id: threadId } = await aThread();
    const { id, seq } = await proposal(author, threadId, '푸른바다거북 방류를 제안합니다.');
    for (const q of ['푸른바다거북', '대모거북'])
      expect(await ids(author, q, { type: 'decision', state: 'open' })).toEqual([id]);
    expect((await ask(author, '푸른바다거북')).counts).toEqual({ decision: 1 });
    await closeDecision(author, { threadId, seq, outcome: '长须鲸放流', language: 'zh' });
    expect(await ids(author, '长须鲸', { state: 'closed' })).toEqual([id]);
    expect(await ids(author, '푸른바다거북', { state: 'open' })).toEqual([]);
  });

  test('an action item is found by what a party promised, in its language, and by a milestone', async () => {
    const lead = await anActor({ government: 'taean' });
    const partner = await anActor({ government: 'weihai', account: { language: 'zh' } });
    const made = await proposeActionItem(lead, {
      ...{ title: '공동 조사', text: '함께 조사합니다.', language: 'ko', grade: 'intention', incidents: [] },
      parties: [
        { governmentId: 'taean', role: 'lead' },
        { governmentId: 'weihai', role: 'partner' },
      ],
      clientKey: uuid(),
    });
    if (!made.ok) throw new Error(made.reason);
    const { number } = made.value;
    const item = await db().actionItem.findUniqueOrThrow({ where: { number } });
    await addMilestone(lead, { number, text: '상괭이 개체 수 확인', language: 'ko', weight: 1 });
    await db().commitment.updateMany({
      where: { actionItemId: item.id, governmentId: 'weihai' },
      data: { text: '提供斑海豹资料', language: 'zh' },
    });
    await addMilestone(lead, { number, text: '보고', language: 'ko', weight: 1 });
    for (const q of ['상괭이', '斑海豹'])
      expect(await ids(partner, q, { type: 'action_item', government: 'weihai' })).toEqual([item.id]);
    const [found] = (await ask(partner, '斑海豹', { type: 'action_item' })).results;
    expect(found).toMatchObject({ title: [{ text: '공동 조사', hit: false }] });
    expect(found?.snippet).toContainEqual({ text: '斑海豹', hit: true });
  });

  test('what is suggested is narrowed as the results are', async () => {
    const author = await anActor();
    const { id: threadId } = await aThread();
    const { id } = await proposal(author, threadId, '넓적부리도요 조사를 제안합니다.');
    const { post } = await aPost('넓적부리도요를 보았습니다.');
    const suggested = async (more: Record<string, string>) =>
      (await suggestThings(author, searchInput.parse({ q: '넓적부리', ...more }), 'ko')).map(
        ({ subjectId }) => subjectId,
      );
    expect((await suggested({})).sort()).toEqual([id, post.id].sort());
    expect(await suggested({ type: 'decision' })).toEqual([id]);
    expect(await suggested({ state: 'closed' })).toEqual([]);
    expect(await suggested({ language: 'zh' })).toEqual([]);
  });

  for (const visibility of Object.values(Visibility)) {
    test(`${visibility}: the policy says who finds a decision`, async () => {
      const words = { government: '붉은발', bilateral: '가시거북', network: '장수거북', public: '매부리' };
      const word = `${words[visibility]}바다거북`;
      const audience = visibility === 'bilateral' ? ['weihai'] : [];
      const { id: threadId } = await aThread({ visibility, audience });
      const { id } = await proposal(await anActor(), threadId, `${word} 안건`);
      for (const name of readerNames) {
        const reader = await readerOf(name);
        const seen = reader ? await db().thread.count({ where: { id: threadId, ...visibleTo(reader) } }) : 0;
        const { total, counts } = await ask(reader, word);
        const suggested = await suggestThings(reader, searchInput.parse({ q: word }), 'ko');
        const got = [total, counts.decision ?? 0, suggested.filter((one) => one.subjectId === id).length];
        expect([name, ...got]).toEqual([name, seen, seen, seen]);
      }
    });
  }

  test('the list, the figures and the map of the incidents find what the search finds', async () => {
    const reader = await anActor({ government: 'weihai', account: { language: 'zh' } });
    const { number } = await anIncident({ title: '꽃게통발 더미' });
    const hidden = await anIncident({
      title: '통발 무더기',
      thread: { visibility: 'government', ownerGovernmentId: 'taean' },
    });
    await fillIndex();
    const filters = { ...noFilters, q: '地笼' };
    const { incidents, count } = await findIncidents(reader, filters);
    const numbers = incidents.map((one) => one.number);
    expect(numbers).toContain(number);
    expect(numbers).not.toContain(hidden.number);
    expect((await summarizeIncidents(reader, filters)).all.count).toBe(count);
    expect(await findIncidentPoints(reader, filters)).toHaveLength(count);
  });
});

describe('who finds it', () => {
  for (const visibility of Object.values(Visibility)) {
    test(`${visibility}: result, count and suggestion are what the policy lets each reader see`, async () => {
      const word = {
        government: '남방큰돌고래',
        bilateral: '흰수염고래',
        network: '혹등고래',
        public: '범고래',
      };
      const audience = visibility === 'bilateral' ? ['weihai'] : [];
      const incident = await anIncident({
        title: `${word[visibility]} 표착`,
        thread: { visibility, audience },
      });
      await fillIndex();
      const { post } = await aPost(`${word[visibility]} 관찰`, { threadId: incident.threadId });
      for (const name of readerNames) {
        const reader = await readerOf(name);
        const seen = await db().thread.count({ where: { id: incident.threadId, ...visibleTo(reader) } });
        const wanted = seen === 0 ? [] : reader ? [incident.id, post.id] : [incident.id];
        const { results, total, counts } = await ask(reader, word[visibility]);
        const suggested = await suggestThings(reader, searchInput.parse({ q: word[visibility] }), 'ko');
        const got = [results, suggested].map((all) => all.map(({ subjectId }) => subjectId).sort());
        expect([name, ...got, total]).toEqual([name, wanted.sort(), wanted.sort(), wanted.length]);
        expect([name, counts.incident ?? 0, counts.post ?? 0]).toEqual([name, seen, reader && seen ? 1 : 0]);
      }
    });
  }

  test('a post that is kept for one government is found by it alone', async () => {
    const author = await anActor();
    const { id: threadId } = await aThread();
    const only = {
      clientKey: uuid(),
      language: 'ko',
      body: '비밀스러운 참돌고래',
      onlyOwnGovernment: true,
    } as const;
    await writePost(author, { threadId, ...only });
    expect((await ask(author, '참돌고래')).total).toBe(1);
    expect((await ask(await anActor({ government: 'weihai' }), '참돌고래')).total).toBe(0);
  });

  test('when a thread is closed to others its posts are gone from their search, and come back', async () => {
    const { threadId, author } = await aPost('긴수염고래 소식');
    const other = await anActor({ government: 'weihai' });
    const becomes = (visibility: Visibility) =>
      commit(async (tx, announce) => {
        await tx.thread.update({ where: { id: threadId }, data: { visibility }, select: { id: true } });
        await announce({
          threadId,
          type: 'action_item_linked',
          payload: { actionItemNumber: 'A-1' },
          actor: author,
        });
      });
    expect((await ask(other, '긴수염고래')).total).toBe(1);
    await becomes('government');
    expect((await ask(other, '긴수염고래')).total).toBe(0);
    expect((await ask(author, '긴수염고래')).total).toBe(1);
    await becomes('network');
    expect((await ask(other, '긴수염고래')).total).toBe(1);
  });
});

describe('the index is made', () => {
  test('it goes on where it stopped, and says how far it is', async () => {
    const actor = await anActor();
    const incidents = await Promise.all(
      Array.from({ length: 3 }, (_, at) => anIncident({ title: `밍크고래 표착 ${at}` })),
    );
    await db().searchJob.deleteMany();
    await db().searchDocument.deleteMany();
    await fillIndex(() => false);
    expect(await readProgress()).not.toBeNull();
    expect((await ask(actor, '밍크고래')).total).toBe(0);
    let parts = 0;
    await fillIndex(() => (parts += 1) <= 1);
    expect(await readProgress()).not.toBeNull();
    await fillIndex();
    expect(await readProgress()).toBeNull();
    expect(new Set(await ids(actor, '밍크고래'))).toEqual(new Set(incidents.map(({ id }) => id)));
  });

  test('what another version of the tokenizer cut is cut anew', async () => {
    await db().searchDocument.updateMany({ data: { tokenizer: '0', body: 'old' } });
    await fillIndex();
    expect(await db().searchDocument.count({ where: { tokenizer: '0' } })).toBe(0);
  });
});
