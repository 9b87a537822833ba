import { v7 as uuid } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '#app/db/client.server.ts';
import { anActor, aThread } from '#tests/factories.ts';
import { readerNames, readerOf } from '#tests/readers.ts';
import { createTestDatabase } from '#tests/world.ts';
import type { Actor, Reader } from '../actor.ts';
import { answerDecision } from '../decision/answer-decision.server.ts';
import { closeDecision } from '../decision/close-decision.server.ts';
import { findDecisionsToAnswer } from '../decision/find-decisions.server.ts';
import { proposeDecision } from '../decision/propose-decision.server.ts';
import { proposeActionItem } from '../action-item/propose-action-item.server.ts';
import { proposeSchema } from '../action-item/action-item.ts';
import { countUnread } from '../notification/find-notifications.server.ts';
import { addTranslation } from '../translation/add-translation.server.ts';
import { acknowledgePost } from './acknowledge-post.server.ts';
import { deletePost } from './delete-post.server.ts';
import { editPost } from './edit-post.server.ts';
import type { ThreadSnapshot } from './entry.ts';
import { readEntries, readSnapshot } from './find-entries.server.ts';
import { findRevisions } from './find-revisions.server.ts';
import { findUnread } from './find-unread.server.ts';
import { keepTopic } from './keep-topic.server.ts';
import { narrowTopic } from './narrow-topic.server.ts';
import { reactToPost } from './react-to-post.server.ts';
import { reduce, stateOf } from './reduce.ts';
import { requestAcknowledgement } from './request-acknowledgement.server.ts';
import { writePost } from './write-post.server.ts';

createTestDatabase();

let taean: Actor;
let weihai: Actor;
let qingdao: Actor;
let observer: Actor;
beforeAll(async () => {
  taean = await anActor();
  weihai = await anActor({ government: 'weihai' });
  qingdao = await anActor({ government: 'qingdao' });
  observer = await anActor({ government: 'weihai', role: 'observer' });
});

const language = 'ko' as const;

async function say(
  actor: Actor,
  threadId: string,
  body = '340개입니다.',
  more: { onlyOwnGovernment?: boolean } = {},
) {
  const post = { clientKey: uuid(), language, body, onlyOwnGovernment: false, ...more, threadId };
  const result = await writePost(actor, post);
  if (!result.ok) throw new Error(result.reason);
  return { threadId, seq: result.value.seq };
}

async function propose(actor: Actor, threadId: string, governments: string[], options: string[] = []) {
  const deadline = new Date(Date.now() + 3_600_000);
  const input = { clientKey: uuid(), language, body: '등록표를 함께 쓴다.', options, governments, deadline };
  const result = await proposeDecision(actor, { ...input, threadId });
  if (!result.ok) throw new Error(result.reason);
  return { threadId, seq: result.value.seq };
}

async function postAt(reader: Reader, { threadId, seq }: { threadId: string; seq: number }) {
  const entry = (await readSnapshot(reader, threadId))?.entries.find((one) => one.seq === seq);
  return entry?.type === 'post_written' ? entry.post : null;
}

describe('a page loaded at any moment, with what happened since, equals a page loaded now', () => {
  test('for the own government, another one and guests, through every step that talk can take', async () => {
    const { id: threadId } = await aThread({ visibility: 'public' });
    const readers = [taean, observer, null];
    const pages: ThreadSnapshot[][] = readers.map(() => []);
    const look = async () => {
      for (const [index, reader] of readers.entries()) {
        const page = await readSnapshot(reader, threadId);
        if (page) pages[index]?.push(page);
      }
    };
    await look();
    const first = await say(taean, threadId);
    const second = await say(weihai, threadId, '已核对。');
    const own = await say(taean, threadId, '내부 메모', { onlyOwnGovernment: true });
    const decision = await propose(taean, threadId, ['taean', 'weihai', 'qingdao']);
    const post = await db().post.findFirstOrThrow({ where: second });
    const steps: (() => Promise<unknown>)[] = [
      () => requestAcknowledgement(taean, first),
      () => acknowledgePost(weihai, { ...first, revision: 1 }),
      () => reactToPost(qingdao, { ...first, reaction: 'thanks', on: true }),
      () => reactToPost(weihai, { ...first, reaction: 'thanks', on: true }),
      () => reactToPost(qingdao, { ...first, reaction: 'thanks', on: false }),
      () => editPost(taean, { ...first, body: '300개입니다.', language, revision: 1 }),
      () => acknowledgePost(qingdao, { ...first, revision: 2 }),
      () => acknowledgePost(weihai, { ...first, revision: 2 }),
      () => editPost(taean, { ...own, body: '고친 메모', language, revision: 1 }),
      () => editPost(taean, { ...first, body: '302개입니다.', language: 'en', revision: 2 }),
      () =>
        addTranslation(taean, {
          subject: 'post',
          subjectId: post.id,
          field: 'text',
          revision: 1,
          language: 'zh',
          text: '核对完毕',
        }),
      () => editPost(weihai, { ...second, body: '已全部核对。', language: 'zh', revision: 1 }),
      () => answerDecision(weihai, { ...decision, choice: 0, reason: '', language }),
      () => answerDecision(taean, { ...decision, choice: 2, reason: '검토 중입니다.', language }),
      () => answerDecision(weihai, { ...decision, choice: 1, reason: '再议', language: 'zh' }),
      () => closeDecision(taean, { ...decision, outcome: '', language }),
      () => closeDecision(taean, { ...decision, outcome: '다음 달부터 쓴다.', language }),
      () => deletePost(weihai, second),
      () => keepTopic(taean, { threadId, step: 'move', category: 'science' }),
      () => keepTopic(taean, { threadId, step: 'close' }),
      () => keepTopic(taean, { threadId, step: 'reopen' }),
    ];
    await look();
    for (const step of steps) {
      expect(await step()).toMatchObject({ ok: true });
      await look();
    }

    for (const [index, reader] of readers.entries()) {
      const seen = pages[index] ?? [];
      const now = seen.at(-1);
      if (!now) throw new Error('A public thread has a page for everybody.');
      for (const page of seen) {
        const news = await readEntries(reader, threadId, { after: page.head });
        if (!news || !('entries' in news)) throw new Error('Nothing is older than the thread remembers.');
        expect(reduce(stateOf(page), news.entries)).toEqual(stateOf(now));
      }
    }
    const guests =
      pages
        .at(-1)
        ?.at(-1)
        ?.entries.map(({ type }) => type) ?? [];
    expect(new Set(guests)).toEqual(new Set(['hidden', 'topic_closed', 'topic_moved', 'topic_reopened']));
  });
});

describe('what is said about a post', () => {
  const steps = {
    acknowledge: (actor: Actor, seq: number, threadId: string) =>
      acknowledgePost(actor, { threadId, seq, revision: 1 }),
    react: (actor: Actor, seq: number, threadId: string) =>
      reactToPost(actor, { threadId, seq, reaction: 'useful', on: true }),
    'ask to acknowledge': (actor: Actor, seq: number, threadId: string) =>
      requestAcknowledgement(actor, { threadId, seq }),
    edit: (actor: Actor, seq: number, threadId: string) =>
      editPost(actor, { threadId, seq, body: '바꾼 말', language, revision: 1 }),
    delete: (actor: Actor, seq: number, threadId: string) => deletePost(actor, { threadId, seq }),
    answer: (actor: Actor, seq: number, threadId: string) =>
      answerDecision(actor, { threadId, seq, choice: 0, reason: '', language }),
    'close a decision': (actor: Actor, seq: number, threadId: string) =>
      closeDecision(actor, { threadId, seq, outcome: '', language }),
  };

  test.each(readerNames.filter((name) => name !== 'guest'))(
    '%s can do to a post only what it may, and nothing to one that it does not see',
    async (name) => {
      const actor = await readerOf(name);
      if (!actor) throw new Error(name);
      const { id: threadId } = await aThread({ visibility: 'bilateral', audience: ['weihai'] });
      const { seq } = await propose(taean, threadId, ['taean', 'weihai']);
      const sees = actor.governmentId !== 'qingdao';
      for (const [step, take] of Object.entries(steps)) {
        const result = await take(actor, seq, threadId);
        const reason = result.ok ? 'done' : result.reason;
        if (!sees) expect([step, reason]).toEqual([step, 'not_found']);
        else if (actor.role === 'observer') expect([step, reason]).toEqual([step, 'not_allowed']);
        else if (step === 'ask to acknowledge' || step === 'edit' || step === 'close a decision')
          expect([step, reason]).toEqual([step, 'not_allowed']);
      }
      const page = await readSnapshot(actor, threadId);
      expect(page === null).toBe(!sees);
      expect((await findRevisions(actor, { threadId, seq })) === null).toBe(!sees);
    },
  );

  test('a post of one thread is not found under another one’s address', async () => {
    const [{ id: one }, { id: other }] = [await aThread(), await aThread()];
    await say(taean, one);
    const { seq } = await say(taean, one);
    expect(await acknowledgePost(weihai, { threadId: other, seq, revision: 1 })).toEqual({
      ok: false,
      reason: 'not_found',
    });
  });

  test('nobody learns of what is said about a post that is kept for one government', async () => {
    const { id: threadId } = await aThread();
    const memo = await say(taean, threadId, '내부 메모', { onlyOwnGovernment: true });
    const colleague = await anActor();
    expect(await acknowledgePost(weihai, { ...memo, revision: 1 })).toEqual({
      ok: false,
      reason: 'not_found',
    });
    await acknowledgePost(colleague, { ...memo, revision: 1 });
    await editPost(taean, { ...memo, body: '고친 메모', language, revision: 1 });

    const types = (await readSnapshot(weihai, threadId))?.entries.map(({ type }) => type);
    expect(types).toEqual(['hidden', 'hidden', 'hidden']);
  });

  test('a seat says once that it has read a revision, and again when the words changed', async () => {
    const { id: threadId } = await aThread();
    const post = await say(taean, threadId);
    const answers = await Promise.all([1, 2, 3].map(() => acknowledgePost(weihai, { ...post, revision: 1 })));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    await editPost(taean, { ...post, body: '341개입니다.', language, revision: 1 });
    expect(await acknowledgePost(weihai, { ...post, revision: 1 })).toEqual({
      ok: false,
      reason: 'already_changed',
    });
    await acknowledgePost(weihai, { ...post, revision: 2 });

    expect(await db().event.count({ where: { threadId, type: 'post_acknowledged' } })).toBe(2);
    expect((await postAt(taean, post))?.acknowledgements).toMatchObject([
      { governmentId: 'weihai', revision: 2 },
    ]);
  });

  test('an edited post keeps its earlier words, and its translation counts as made from them', async () => {
    const { id: threadId } = await aThread();
    const place = await say(taean, threadId, '부표 340개를 수거했습니다.');
    const { id: subjectId } = await db().post.findFirstOrThrow({ where: place });
    await addTranslation(weihai, {
      subject: 'post',
      subjectId,
      field: 'text',
      revision: 1,
      language: 'zh',
      text: '已回收浮球 340 个。',
    });
    const edit = { ...place, body: '부표 302개를 수거했습니다.', language, revision: 1 };
    // Pressed twice.
    const answers = await Promise.all([editPost(taean, edit), editPost(taean, edit)]);
    expect(answers.filter(({ ok }) => ok).length).toBeGreaterThan(0);

    expect(await postAt(weihai, place)).toMatchObject({ revision: 2, translations: [{ revision: 1 }] });
    const versions = await findRevisions(weihai, place);
    expect(versions?.map(({ revision }) => revision)).toEqual([2, 1]);
    const changed = versions?.[0]?.stretches.filter(({ change }) => change !== 'same');
    expect(changed?.map(({ text, change }) => `${change} ${text}`).sort()).toEqual([
      'added 302',
      'removed 340',
    ]);
  });

  test('a deleted post leaves its number and none of its words, anywhere', async () => {
    const { id: threadId } = await aThread();
    const place = await say(taean, threadId, '지워야 할 말');
    await editPost(taean, { ...place, body: '또 지워야 할 말', language, revision: 1 });
    await acknowledgePost(weihai, { ...place, revision: 2 });
    expect(await deletePost(weihai, place)).toEqual({ ok: false, reason: 'not_allowed' });
    await deletePost(taean, place);

    expect(await postAt(weihai, place)).toMatchObject({ deleted: true, body: '', acknowledgements: [] });
    expect(JSON.stringify(await readSnapshot(weihai, threadId))).not.toContain('지워야');
    expect(await findRevisions(taean, place)).toBeNull();
    expect(await db().postRevision.count({ where: { post: place } })).toBe(0);
  });
});

describe('a decision', () => {
  test('takes one voice of each government that is asked, and each may change its word while it is open', async () => {
    const { id: threadId } = await aThread();
    const place = await propose(taean, threadId, ['taean', 'weihai']);
    const head = await anActor({ government: 'weihai', role: 'head' });
    expect(await answerDecision(weihai, { ...place, choice: 0, reason: '', language })).toMatchObject({
      ok: true,
    });
    expect(await answerDecision(head, { ...place, choice: 2, reason: '보류', language })).toMatchObject({
      ok: true,
    });
    expect(await answerDecision(qingdao, { ...place, choice: 0, reason: '', language })).toEqual({
      ok: false,
      reason: 'not_allowed',
    });
    expect(await answerDecision(weihai, { ...place, choice: 3, reason: '', language })).toEqual({
      ok: false,
      reason: 'not_found',
    });

    expect((await postAt(taean, place))?.decision?.answers).toMatchObject([
      { governmentId: 'weihai', choice: 2, reason: { text: '보류' } },
    ]);
    expect(await editPost(taean, { ...place, body: '다른 안', language, revision: 1 })).toEqual({
      ok: false,
      reason: 'decision_has_answers',
    });
    expect(await deletePost(taean, place)).toEqual({ ok: false, reason: 'close_decision_instead' });
  });

  test('asks only governments that read the thread', async () => {
    const { id: threadId } = await aThread({ visibility: 'bilateral', audience: ['weihai'] });
    await expect(propose(taean, threadId, ['taean', 'qingdao'])).rejects.toThrow('government_not_found');
    expect(await db().event.count({ where: { threadId } })).toBe(0);
  });

  test('closes by itself at its deadline, once, and takes no answer from that moment on', async () => {
    const { closeDueDecisions } = await import('../decision/close-due-decisions.server.ts');
    const { id: threadId } = await aThread();
    const place = await propose(taean, threadId, ['taean', 'weihai']);
    await db().decision.updateMany({ where: { threadId }, data: { deadline: new Date(Date.now() - 1000) } });
    const late = await answerDecision(weihai, { ...place, choice: 0, reason: '', language });
    expect(late).toEqual({ ok: false, reason: 'decision_closed' });
    await Promise.all([closeDueDecisions(), closeDueDecisions()]);
    await closeDueDecisions();

    expect(await db().event.count({ where: { threadId, type: 'decision_closed' } })).toBe(1);
    expect((await postAt(weihai, place))?.decision?.closedAt).not.toBeNull();
    expect(await closeDecision(taean, { ...place, outcome: '결과 없음', language })).toMatchObject({
      ok: true,
    });
    expect(await closeDecision(taean, { ...place, outcome: '다시', language })).toEqual({
      ok: false,
      reason: 'already_changed',
    });
  });

  test('becomes an action item that the thread names', async () => {
    const { id: threadId } = await aThread();
    const place = await propose(taean, threadId, ['taean', 'weihai']);
    await closeDecision(taean, { ...place, outcome: '함께 쓴다.', language });
    const item = proposeSchema.parse({
      title: '등록표 함께 쓰기',
      text: '등록표를 함께 쓴다.',
      language,
      parties: [
        { governmentId: 'taean', role: 'lead' },
        { governmentId: 'weihai', role: 'partner' },
      ],
      decision: `${threadId}.${place.seq}`,
    });
    const made = await proposeActionItem(taean, item);
    if (!made.ok) throw new Error(made.reason);

    expect((await postAt(weihai, place))?.decision?.actionItemNumber).toBe(made.value.number);
    expect(await proposeActionItem(qingdao, { ...item, decision: { threadId: uuid(), seq: 1 } })).toEqual({
      ok: false,
      reason: 'not_found',
    });
  });
});

describe('a closed topic', () => {
  test('takes no post and no proposal until it is opened again', async () => {
    const { id: threadId } = await aThread();
    expect(await keepTopic(weihai, { threadId, step: 'close' })).toEqual({
      ok: false,
      reason: 'not_allowed',
    });
    await keepTopic(taean, { threadId, step: 'close' });
    await expect(say(weihai, threadId)).rejects.toThrow('topic_closed');
    await expect(propose(weihai, threadId, ['taean'])).rejects.toThrow('topic_closed');
    await keepTopic(taean, { threadId, step: 'reopen' });
    expect(await say(weihai, threadId)).toMatchObject({ threadId });
  });
});

describe('a topic whose readers are narrowed', () => {
  test('is gone at once for who is left out, with its news, its counts and its proposals', async () => {
    const { id: threadId } = await aThread();
    const place = await propose(taean, threadId, ['taean', 'weihai', 'qingdao']);
    expect(await narrowTopic(weihai, { threadId, audience: [] })).toEqual({
      ok: false,
      reason: 'not_allowed',
    });
    const countsBefore = await countUnread(qingdao);
    expect((await findDecisionsToAnswer(qingdao)).some((one) => one.threadId === threadId)).toBe(true);
    expect(await narrowTopic(taean, { threadId, audience: ['weihai'] })).toMatchObject({ ok: true });

    expect(await readSnapshot(qingdao, threadId)).toBeNull();
    expect(await readEntries(qingdao, threadId, { after: 0 })).toBeNull();
    expect(await countUnread(qingdao)).toBe(countsBefore - 1);
    expect((await findUnread(qingdao)).has(threadId)).toBe(false);
    expect((await findDecisionsToAnswer(qingdao)).some((one) => one.threadId === threadId)).toBe(false);
    const answer = { ...place, choice: 0, reason: '', language };
    expect(await answerDecision(qingdao, answer)).toEqual({ ok: false, reason: 'not_found' });
    expect(await answerDecision(weihai, answer)).toMatchObject({ ok: true });
    // Never wider again.
    expect(await narrowTopic(taean, { threadId, audience: ['weihai', 'qingdao'] })).toEqual({
      ok: false,
      reason: 'already_changed',
    });
    expect(await narrowTopic(taean, { threadId, audience: [] })).toMatchObject({ ok: true });
    expect(await readSnapshot(weihai, threadId)).toBeNull();
  });
});

describe('a mention', () => {
  test('tells the named government and the named person once, and nobody who may not read the thread', async () => {
    const person = await anActor({ government: 'jeju', account: { name: '고해솔', nameLatin: 'Go Haesol' } });
    const { id: threadId } = await aThread({ visibility: 'bilateral', audience: ['weihai', 'jeju'] });
    await say(taean, threadId, '@威海市 @고해솔 @Qingdao 확인 부탁드립니다.');

    const told = await db().notification.findMany({ where: { threadId, reason: 'mentioned' } });
    const seats = told.map(({ seatId }) => seatId);
    expect(seats).toContain(weihai.seatId);
    expect(seats).toContain(person.seatId);
    expect(seats).not.toContain(qingdao.seatId);
    expect(seats).not.toContain(taean.seatId);
  });
});
