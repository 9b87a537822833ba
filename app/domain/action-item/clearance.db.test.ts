import { describe, expect, test } from 'vitest';
import { db } from '#app/db/client.server.ts';
import { aGovernment, anActor } from '#tests/factories.ts';
import { readerNames, readerOf } from '#tests/readers.ts';
import { createTestDatabase } from '#tests/world.ts';
import { delegateAnswers } from '../account/delegate-answers.server.ts';
import type { Actor } from '../actor.ts';
import { readSnapshot } from '../thread/find-entries.server.ts';
import { addTranslation } from '../translation/add-translation.server.ts';
import { acceptCommitment } from './accept-commitment.server.ts';
import type { ProposeInput } from './action-item.ts';
import { changeLadder } from './change-ladder.server.ts';
import type { RecordClearanceInput } from './clearance.ts';
import { claimCompletion } from './claim-completion.server.ts';
import { editWording } from './edit-wording.server.ts';
import { findActionItem } from './find-action-item.server.ts';
import { countBoard, findActionItemList, findPublicActionItems } from './find-action-items.server.ts';
import { findLadders } from './find-ladders.server.ts';
import { fulfilCommitment } from './fulfil-commitment.server.ts';
import { hashWording } from './hash-wording.server.ts';
import { missCommitment } from './miss-commitment.server.ts';
import { proposeActionItem } from './propose-action-item.server.ts';
import { recordClearance } from './record-clearance.server.ts';
import { startActionItem } from './start-action-item.server.ts';
import { withdrawCommitment } from './withdraw-commitment.server.ts';
import { writeCommitment } from './write-commitment.server.ts';

createTestDatabase();

const proposal: ProposeInput = {
  title: '양식장 부표 회수',
  text: '두 정부가 함께 부표를 회수한다.',
  language: 'ko',
  grade: 'agreed',
  parties: [
    { governmentId: 'taean', role: 'lead' },
    { governmentId: 'weihai', role: 'partner' },
  ],
  incidents: [],
};
const because = { text: '예산이 아직 없습니다.', language: 'ko' } as const;

async function anItem(overrides: Partial<ProposeInput> = {}) {
  const taean = await anActor({ government: 'taean' });
  const weihai = await anActor({ government: 'weihai' });
  const heads = {
    taean: await anActor({ government: 'taean', role: 'head' }),
    weihai: await anActor({ government: 'weihai', role: 'head' }),
  };
  const proposed = await proposeActionItem(taean, { ...proposal, ...overrides });
  if (!proposed.ok) throw new Error(proposed.reason);
  const { number, threadId } = proposed.value;
  const { id } = await db().actionItem.findUniqueOrThrow({ where: { number } });
  return { id, number, threadId, taean, weihai, heads };
}

async function ladderOf(number: string, governmentId: string) {
  return db().clearanceStep.findMany({
    where: { endedAt: null, commitment: { governmentId, actionItem: { number } } },
    orderBy: { position: 'asc' },
  });
}

async function record(
  actor: Actor,
  number: string,
  position: number,
  input: Partial<RecordClearanceInput> & { state: RecordClearanceInput['state'] },
) {
  const { id } = await db().actionItem.findUniqueOrThrow({ where: { number } });
  const step = (await ladderOf(number, actor.governmentId))[position];
  if (!step) throw new Error(`There is no step ${position}.`);
  return recordClearance(actor, { wordingHash: await hashWording(id), number, stepId: step.id, ...input });
}

async function clear(actor: Actor, number: string) {
  const steps = await ladderOf(number, actor.governmentId);
  for (const { position } of steps) await record(actor, number, position, { state: 'granted' });
}

async function stateOf(number: string) {
  return (await db().actionItem.findUniqueOrThrow({ where: { number } })).state;
}

async function typesOf(threadId: string) {
  const events = await db().event.findMany({ where: { threadId }, orderBy: { seq: 'asc' } });
  return events.map(({ type }) => type);
}

describe('a ladder', () => {
  const city = ['City foreign-affairs office', 'City government', 'Provincial foreign-affairs office'];
  test.each([
    ['agreed', 'weihai', city],
    ['agreed', 'shandong', ['Provincial foreign-affairs office']],
    ['formal', 'weihai', [...city, 'National friendship association']],
    ['agreed', 'taean', ['International cooperation division']],
    ['information', 'weihai', []],
    ['intention', 'weihai', []],
  ] as const)(
    'of grade %s in %s starts as country, level and grade ask',
    async (grade, governmentId, names) => {
      const shandong = { governmentId: 'shandong', role: 'partner' } as const;
      const { number } = await anItem({ grade, parties: [...proposal.parties, shandong] });
      const ladder = await ladderOf(number, governmentId);
      expect(ladder.map(({ authorityEn }) => authorityEn)).toEqual(names);
    },
  );

  test('holds the agreement back until every step is there', async () => {
    const { number, threadId, weihai, taean, heads } = await anItem();
    await acceptCommitment(heads.taean, { number, revision: 1 });
    await acceptCommitment(heads.weihai, { number, revision: 1 });
    expect(await stateOf(number)).toBe('proposed');
    expect(await startActionItem(taean, { number })).toEqual({ ok: false, reason: 'already_changed' });

    await clear(taean, number);
    expect(await record(weihai, number, 1, { state: 'granted' })).toEqual({
      ok: false,
      reason: 'clearance_out_of_turn',
    });
    await record(weihai, number, 0, { state: 'granted', documentNumber: '威外函 7 号' });
    await record(weihai, number, 1, { state: 'not_needed', note: '已由市长授权' });
    expect(await stateOf(number)).toBe('proposed');
    await record(weihai, number, 2, { state: 'granted' });
    expect(await stateOf(number)).toBe('agreed');
    expect((await typesOf(threadId)).slice(-3)).toEqual([
      'clearance_granted',
      'clearance_completed',
      'action_item_agreed',
    ]);
    expect(await startActionItem(taean, { number })).toMatchObject({ ok: true });
  });

  test('is kept by its own government alone', async () => {
    const { number, weihai, taean } = await anItem();
    const [step] = await ladderOf(number, 'weihai');
    const { id } = await db().actionItem.findUniqueOrThrow({ where: { number } });
    const input = {
      number,
      stepId: step?.id ?? '',
      wordingHash: await hashWording(id),
      state: 'granted',
    } as const;
    expect(await recordClearance(taean, input)).toEqual({ ok: false, reason: 'already_changed' });
    for (const role of ['observer', 'secretariat'] as const)
      expect(await recordClearance(await anActor({ government: 'weihai', role }), input)).toEqual({
        ok: false,
        reason: 'not_allowed',
      });
    expect(await recordClearance(await anActor({ government: 'qingdao' }), input)).toEqual({
      ok: false,
      reason: 'not_found',
    });
    expect(await recordClearance(weihai, { ...input, wordingHash: 'of other words' })).toEqual({
      ok: false,
      reason: 'already_changed',
    });
    expect(await recordClearance(weihai, input)).toMatchObject({ ok: true });
  });

  test('begins anew when the wording changes after a step was granted, and keeps what was recorded', async () => {
    const { number, threadId, weihai, taean, heads } = await anItem();
    await acceptCommitment(heads.weihai, { number, revision: 1 });
    await record(weihai, number, 0, { state: 'granted', documentNumber: '威外函 7 号' });
    await record(weihai, number, 1, { state: 'granted' });

    await editWording(taean, { number, revision: 1, title: proposal.title, text: '부표를 봄까지 회수한다.' });

    expect((await ladderOf(number, 'weihai')).map(({ state }) => state)).toEqual([
      'waiting',
      'waiting',
      'waiting',
    ]);
    const ended = await db().clearanceStep.findMany({
      where: { endedAt: { not: null }, commitment: { governmentId: 'weihai', actionItem: { number } } },
      orderBy: { position: 'asc' },
    });
    expect(ended.map(({ state, documentNumber }) => [state, documentNumber])).toEqual([
      ['granted', '威外函 7 号'],
      ['granted', null],
      ['waiting', null],
    ]);
    expect((await typesOf(threadId)).slice(-2)).toEqual(['wording_changed', 'clearance_reopened']);
  });

  test('begins anew when a translation of the agreed wording is added or changed, and the work stops', async () => {
    const { id, number, weihai, taean, heads } = await anItem();
    await acceptCommitment(heads.taean, { number, revision: 1 });
    await acceptCommitment(heads.weihai, { number, revision: 1 });
    await clear(taean, number);
    await clear(weihai, number);
    await startActionItem(taean, { number });
    expect(await stateOf(number)).toBe('underway');
    const translation = {
      subject: 'action_item',
      subjectId: id,
      field: 'text',
      revision: 1,
      language: 'zh',
      text: '两地政府共同回收浮球。',
    } as const;

    expect(await addTranslation(await anActor({ government: 'qingdao' }), translation)).toEqual({
      ok: false,
      reason: 'not_allowed',
    });
    expect(await addTranslation(weihai, translation)).toMatchObject({ ok: true });
    expect(await stateOf(number)).toBe('proposed');
    expect((await ladderOf(number, 'taean')).map(({ state }) => state)).toEqual(['waiting']);

    await clear(taean, number);
    await clear(weihai, number);
    expect(await stateOf(number)).toBe('agreed');
    // The same words again change nothing.
    expect(await addTranslation(weihai, translation)).toMatchObject({ ok: true });
    expect(await stateOf(number)).toBe('agreed');
  });

  test('keeps its words when the work has been claimed', async () => {
    const { id, number, weihai, taean, heads } = await anItem();
    await acceptCommitment(heads.taean, { number, revision: 1 });
    await acceptCommitment(heads.weihai, { number, revision: 1 });
    await clear(taean, number);
    await clear(weihai, number);
    await startActionItem(taean, { number });
    await claimCompletion(taean, { number, text: '마쳤습니다.', language: 'ko', photoIds: [], amounts: [] });
    expect(
      await addTranslation(weihai, {
        subject: 'action_item',
        subjectId: id,
        field: 'title',
        revision: 1,
        language: 'en',
        text: 'Floats',
      }),
    ).toEqual({ ok: false, reason: 'wording_frozen' });
  });

  test('waiting for it is counted by itself and never as late', async () => {
    const rizhao = await anActor({ government: 'rizhao', role: 'head' });
    const officer = await anActor({ government: 'rizhao' });
    const parties = [
      { governmentId: 'rizhao', role: 'lead' as const },
      { governmentId: 'gunsan', role: 'partner' as const },
    ];
    const proposed = await proposeActionItem(rizhao, {
      ...proposal,
      parties,
      dueOn: new Date('2026-01-10'),
    });
    if (!proposed.ok) throw new Error(proposed.reason);
    const now = new Date('2026-11-18T03:00:00Z');
    expect(await countBoard(officer, { mine: '1' }, now)).toMatchObject({ clearance: 1, late: 0 });
    expect(await findActionItemList(officer, { mine: '1', clearance: '1' }, now)).toHaveLength(1);
  });
});

describe('who sees what of a ladder', () => {
  test.each(readerNames)('%s', async (name) => {
    const { number, threadId, weihai } = await anItem();
    await record(weihai, number, 0, { state: 'granted', documentNumber: '威外函 7 号', note: '内部意见' });
    await record(weihai, number, 1, { state: 'returned', note: '需补充材料' });
    await db().thread.update({ where: { id: threadId }, data: { visibility: 'public' } });
    const reader = await readerOf(name);
    const own = name === 'weihai officer' || name === 'weihai head';

    const item = await findActionItem(reader, number);
    const cards = reader
      ? await findActionItemList(reader, {}, new Date())
      : await findPublicActionItems(1000);
    const card = cards.find((one) => one.number === number);
    const snapshot = await readSnapshot(reader, threadId);
    for (const seen of [item, card]) {
      const steps = seen?.commitments.find(({ governmentId }) => governmentId === 'weihai')?.steps ?? [];
      expect(steps.map(({ state }) => state)).toEqual(reader ? ['granted', 'returned', 'waiting'] : []);
      expect(steps.map(({ note }) => note)).toEqual(
        reader ? (own ? ['内部意见', '需补充材料', null] : [null, null, null]) : [],
      );
      expect(JSON.stringify(seen).includes('威外函 7 号')).toBe(own);
    }
    const told = JSON.stringify(snapshot);
    expect(told.includes('内部意见') || told.includes('需补充材料')).toBe(false);
    expect(snapshot?.entries.some(({ type }) => type === 'clearance_granted')).toBe(reader !== null);
  });

  test('the public sees a ladder when it is cleared, without numbers and notes', async () => {
    const { number, threadId, taean } = await anItem();
    await record(taean, number, 0, { state: 'granted', documentNumber: '제1182호' });
    await db().thread.update({ where: { id: threadId }, data: { visibility: 'public' } });
    const item = await findActionItem(null, number);
    const steps = item?.commitments.find(({ governmentId }) => governmentId === 'taean')?.steps;
    expect(steps).toMatchObject([{ state: 'granted', documentNumber: null, note: null }]);
  });
});

describe('the own part', () => {
  test('is written by its party; everybody answers anew, and translations of the rest stay right', async () => {
    const { id, number, weihai, heads } = await anItem();
    await addTranslation(weihai, {
      subject: 'action_item',
      subjectId: id,
      field: 'text',
      revision: 1,
      language: 'zh',
      text: '两地政府共同回收浮球。',
    });
    await acceptCommitment(heads.taean, { number, revision: 1 });
    const part = {
      number,
      revision: 1,
      text: '回收 60 处养殖场的浮球。',
      language: 'zh',
      grade: 'formal',
    } as const;
    expect(await writeCommitment(await anActor({ government: 'qingdao' }), part)).toEqual({
      ok: false,
      reason: 'not_allowed',
    });
    expect(await writeCommitment(weihai, part)).toMatchObject({ ok: true, value: { revision: 2 } });
    const item = await findActionItem(weihai, number);
    expect(item?.commitments.map(({ state, text, grade }) => [state, text, grade])).toEqual([
      ['proposed', '', 'agreed'],
      ['proposed', part.text, 'formal'],
    ]);
    expect(item?.translations).toMatchObject([{ language: 'zh', revision: 2 }]);
    expect(await ladderOf(number, 'weihai')).toHaveLength(4);
  });

  test('is fulfilled, not fulfilled with a reason, or withdrawn', async () => {
    const { number, weihai, taean, heads } = await anItem({ grade: 'intention' });
    await acceptCommitment(weihai, { number, revision: 1 });
    await startActionItem(taean, { number });
    const own = async () =>
      (await findActionItem(weihai, number))?.commitments.find(
        ({ governmentId }) => governmentId === 'weihai',
      );
    expect(await fulfilCommitment(weihai, { number })).toMatchObject({ ok: true });
    expect(await own()).toMatchObject({ state: 'fulfilled' });
    expect(await missCommitment(weihai, { number, ...because })).toMatchObject({ ok: true });
    expect(await own()).toMatchObject({ state: 'not_fulfilled', reason: because.text });
    expect(await stateOf(number)).toBe('underway');
    await fulfilCommitment(weihai, { number });
    expect(await withdrawCommitment(heads.weihai, { number, ...because })).toEqual({
      ok: false,
      reason: 'not_allowed',
    });
    expect(await withdrawCommitment(taean, { number, ...because })).toMatchObject({ ok: true });
    expect(await stateOf(number)).toBe('proposed');
  });
});

describe('who accepts', () => {
  test('an officer whom the head lets accept, as far as the head says', async () => {
    const { number, weihai, heads } = await anItem();
    const delegation = { seatId: weihai.seatId, answersUpTo: 'agreed' } as const;
    for (const other of [weihai, heads.taean])
      expect(await delegateAnswers(other, delegation)).toEqual({ ok: false, reason: 'not_allowed' });
    expect(await delegateAnswers(heads.weihai, delegation)).toMatchObject({ ok: true });
    const trusted: Actor = { ...weihai, answersUpTo: 'agreed' };
    expect(await acceptCommitment(weihai, { number, revision: 1 })).toEqual({
      ok: false,
      reason: 'not_allowed',
    });
    expect(await acceptCommitment(trusted, { number, revision: 1 })).toMatchObject({ ok: true });
    const formal = await anItem({ grade: 'formal' });
    expect(await acceptCommitment(trusted, { number: formal.number, revision: 1 })).toEqual({
      ok: false,
      reason: 'not_allowed',
    });
  });
});

describe('the ladders to start with', () => {
  test('are kept by the secretariat; what is on its way stays', async () => {
    await aGovernment({ id: 'taean' });
    const secretariat = await anActor({ government: 'chungnam', role: 'secretariat' });
    const { number } = await anItem({ grade: 'formal' });
    const steps = [
      { authorityKo: '도 협의', authorityZh: '道会签', authorityEn: 'Province', levels: ['county' as const] },
    ];
    const ladder = { country: 'KR', grade: 'formal', steps } as const;
    const officer = await anActor();
    expect(await changeLadder(officer, { ...ladder, steps: [...steps] })).toEqual({
      ok: false,
      reason: 'not_allowed',
    });
    expect(await findLadders(officer)).toBeNull();
    expect(await changeLadder(secretariat, { ...ladder, steps: [...steps] })).toMatchObject({ ok: true });
    expect(await ladderOf(number, 'taean')).toHaveLength(3);
    expect(await ladderOf((await anItem({ grade: 'formal' })).number, 'taean')).toHaveLength(1);
  });
});
