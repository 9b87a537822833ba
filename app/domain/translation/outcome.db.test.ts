import { v7 as uuid } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '#app/db/client.server.ts';
import { anActor, aThread } from '#tests/factories.ts';
import { createTestDatabase } from '#tests/world.ts';
import type { Actor } from '../actor.ts';
import { closeDecision } from '../decision/close-decision.server.ts';
import { proposeDecision } from '../decision/propose-decision.server.ts';
import { keepIndex } from '../search/keep-index.server.ts';
import { searchInput } from '../search/search.ts';
import { searchEverything } from '../search/search-everything.server.ts';
import { readEntries, readSnapshot } from '../thread/find-entries.server.ts';
import { reduce, stateOf } from '../thread/reduce.ts';
import { addTranslation } from './add-translation.server.ts';
import { decideThreadRules } from './decide-engine-rules.server.ts';
import { findEngineRules, findThreadRules } from './find-engine-rules.server.ts';
import { readSource } from './find-source.server.ts';
import { findWaitingTexts } from './find-waiting-texts.server.ts';
import { verifyTranslation } from './verify-translation.server.ts';

createTestDatabase();

let taean: Actor;
let weihai: Actor;
let translator: Actor;
beforeAll(async () => {
  keepIndex();
  taean = await anActor();
  weihai = await anActor({ government: 'weihai', account: { language: 'zh' } });
  translator = { ...(await anActor({ government: 'weihai' })), translator: true };
});

/** A proposal that was closed with an outcome in Korean. */
async function aDecision(outcome: string, more: Parameters<typeof aThread>[0] = {}) {
  const { id: threadId } = await aThread(more);
  const proposed = await proposeDecision(taean, {
    ...{ threadId, clientKey: uuid(), language: 'ko', body: '공동 수거를 제안합니다.', options: [] },
    ...{ governments: ['taean'], zone: 'Asia/Seoul', deadline: new Date(Date.now() + 3_600_000) },
  });
  if (!proposed.ok) throw new Error(proposed.reason);
  const { seq } = proposed.value;
  const closed = await closeDecision(taean, { threadId, seq, outcome, language: 'ko' });
  if (!closed.ok) throw new Error(closed.reason);
  const post = await db().post.findFirstOrThrow({ where: { threadId, seq } });
  return { threadId, seq, postId: post.id };
}

const of = (subjectId: string) =>
  ({ subject: 'decision', subjectId, field: 'text', revision: 1, language: 'zh' }) as const;

describe('what came of a proposal', () => {
  test('is translated beside its words, verified, and both arrive on open screens', async () => {
    const { threadId, seq, postId } = await aDecision('해진호를 3월 12일에 보냅니다.');
    const before = await readSnapshot(weihai, threadId);
    const text = '三月十二日派出海珍号。';
    expect((await addTranslation(weihai, { ...of(postId), text })).ok).toBe(true);
    expect((await verifyTranslation(translator, { ...of(postId), seen: 1 })).ok).toBe(true);

    const now = await readSnapshot(weihai, threadId);
    const news = await readEntries(weihai, threadId, { after: before?.head ?? 0 });
    if (!before || !now || !news || !('entries' in news)) throw new Error('There must be a thread.');
    expect(reduce(stateOf(before), news.entries)).toEqual(stateOf(now));
    const entry = now.entries.find((one) => one.seq === seq);
    if (entry?.type !== 'post_written') throw new Error('There must be a post.');
    expect(entry.post.translations).toEqual([]);
    expect(entry.post.decision?.outcome).toEqual({ text: '해진호를 3월 12일에 보냅니다.', language: 'ko' });
    const [translated] = entry.post.decision?.outcomeTranslations ?? [];
    expect(translated).toMatchObject({ language: 'zh', kind: 'human', body: text });
    expect(translated?.verifiedAt).not.toBe(null);
  });

  test('waits for a translation until there is one, and then for somebody to verify it', async () => {
    const { postId } = await aDecision('수거선 두 척을 함께 씁니다.');
    const waits = async (waitsFor: 'translation' | 'verification') =>
      (await findWaitingTexts(translator, { language: 'zh', waitsFor })).some(
        ({ source }) => source.subject === 'decision' && source.subjectId === postId,
      );
    expect([await waits('translation'), await waits('verification')]).toEqual([true, false]);
    await addTranslation(weihai, { ...of(postId), text: '共用两艘清理船。' });
    expect([await waits('translation'), await waits('verification')]).toEqual([false, true]);
  });

  test('is found by the words of its translation', async () => {
    const { postId } = await aDecision('다음 회의에서 다시 다룹니다.');
    const look = async () =>
      (await searchEverything(weihai, searchInput.parse({ q: '蓬莱阁会议' }), 'zh')).results.map(
        ({ subjectId }) => subjectId,
      );
    expect(await look()).toEqual([]);
    await addTranslation(weihai, { ...of(postId), text: '下次蓬莱阁会议再议。' });
    expect(await look()).toEqual([postId]);
  });

  test('is for who may read the thread, and there is none before it was said', async () => {
    const { postId } = await aDecision('우리끼리 정했습니다.', { visibility: 'government' });
    expect(await addTranslation(weihai, { ...of(postId), text: '内部决定。' })).toEqual({
      ok: false,
      reason: 'not_found',
    });
    const { id: threadId } = await aThread();
    const proposed = await proposeDecision(taean, {
      ...{ threadId, clientKey: uuid(), language: 'ko', body: '제안', options: [] },
      ...{ governments: ['taean'], zone: 'Asia/Seoul', deadline: new Date(Date.now() + 3_600_000) },
    });
    expect(proposed.ok).toBe(true);
    const open = await db().post.findFirstOrThrow({ where: { threadId } });
    expect(await readSource(of(open.id))).toBe(null);
    const mine = { ...of(postId), language: 'en' as const, text: 'We decided.' };
    expect(await addTranslation(await anActor({ role: 'observer' }), mine)).toEqual({
      ok: false,
      reason: 'not_allowed',
    });
  });
});

describe('what engines may get of a thread', () => {
  test('is decided and seen by seats of its owner alone', async () => {
    const { id: threadId } = await aThread({ visibility: 'bilateral', audience: ['weihai'] });
    const rules = { noForeignCloud: true, sendsRestricted: false };
    expect(await decideThreadRules(taean, { threadId, ...rules })).toEqual({ ok: true, value: null });
    const found = await findThreadRules(taean, threadId);
    expect(found).toMatchObject({ rules, isRestricted: true, ofGovernment: { noForeignCloud: false } });
    for (const reader of [
      weihai,
      await anActor({ role: 'observer' }),
      await anActor({ government: 'qingdao', role: 'secretariat' }),
    ]) {
      expect(await findThreadRules(reader, threadId)).toBe(null);
      expect((await decideThreadRules(reader, { threadId, ...rules })).ok).toBe(false);
    }
  });

  test('holds for the outcome of a decision as for every other text of it', async () => {
    const { threadId, postId } = await aDecision('비공개로 정리했습니다.');
    await decideThreadRules(taean, { threadId, noForeignCloud: true, sendsRestricted: false });
    const source = await readSource(of(postId));
    if (!source) throw new Error('There must be an outcome.');
    expect((await findEngineRules(source)).thread).toMatchObject({ noForeignCloud: true });
    expect(source).toMatchObject({ authorGovernmentId: 'taean', language: 'ko', revision: 1 });
  });
});
