import { v7 as uuid } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '#app/db/client.server.ts';
import { anActor, aThread } from '#tests/factories.ts';
import { createTestDatabase } from '#tests/world.ts';
import { addMilestone } from '../action-item/add-milestone.server.ts';
import { findActionItem } from '../action-item/find-action-item.server.ts';
import { proposeActionItem } from '../action-item/propose-action-item.server.ts';
import type { Actor } from '../actor.ts';
import { proposeDecision } from '../decision/propose-decision.server.ts';
import { addPoint } from '../meeting/add-point.server.ts';
import { callMeeting } from '../meeting/call-meeting.server.ts';
import { changeOutcome } from '../meeting/change-outcome.server.ts';
import { findMeeting } from '../meeting/find-meeting.server.ts';
import { freezeMeeting } from '../meeting/freeze-meeting.server.ts';
import { recordOutcome } from '../meeting/record-outcome.server.ts';
import { signMeeting } from '../meeting/sign-meeting.server.ts';
import { writeMinutes } from '../meeting/write-minutes.server.ts';
import { keepIndex } from '../search/keep-index.server.ts';
import { searchInput } from '../search/search.ts';
import { searchEverything } from '../search/search-everything.server.ts';
import { editPost } from '../thread/edit-post.server.ts';
import { readEntries, readSnapshot } from '../thread/find-entries.server.ts';
import { reduce, stateOf } from '../thread/reduce.ts';
import { addTranslation } from './add-translation.server.ts';
import { findSource, readSourcesOfThread, type TextRef } from './find-source.server.ts';
import { findWaitingTexts } from './find-waiting-texts.server.ts';
import { verifyTranslation } from './verify-translation.server.ts';

createTestDatabase();

let taean: Actor;
let weihai: Actor;
let stranger: Actor;
let translator: Actor;
beforeAll(async () => {
  keepIndex();
  taean = await anActor({ role: 'head' });
  weihai = await anActor({ government: 'weihai', account: { language: 'zh' } });
  stranger = await anActor({ government: 'qingdao' });
  translator = { ...(await anActor({ government: 'weihai' })), translator: true };
});

type Said = {
  ref: TextRef;
  threadId: string;
  /** What the page of the text gets from its loader. */
  onPage: (reader: Actor) => Promise<readonly { text: string; language: string }[]>;
};

function valueOf<T>(result: { ok: true; value: T } | { ok: false; reason: string }): T {
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

async function aMeeting() {
  const called = await callMeeting(taean, {
    ...{ title: '공동 회의', language: 'ko', place: '태안', visibility: 'bilateral', clientKey: uuid() },
    ...{ firstDay: new Date('2027-05-11'), lastDay: new Date('2027-05-12'), hosts: ['taean'] },
    ...{ participants: [weihai.seatId], previous: undefined },
  });
  const { number, threadId } = valueOf(called);
  const point = await addPoint(taean, { number, clientKey: uuid(), title: '부표 실명제', language: 'ko' });
  return { number, threadId, pointId: valueOf(point).id };
}

/** Texts of Taean in Korean that Weihai reads as well, and nobody else. */
const made = {
  agenda_point: async (): Promise<Said> => {
    const { number, threadId, pointId } = await aMeeting();
    return {
      ref: { subject: 'agenda_point', subjectId: pointId, field: 'title' },
      threadId,
      onPage: async (reader) =>
        (await findMeeting(reader, number))?.words.points[0]?.titled?.translations ?? [],
    };
  },
  minutes: async (): Promise<Said> => {
    const { number, threadId, pointId } = await aMeeting();
    await writeMinutes(taean, { number, pointId, language: 'ko', text: '부표를 논의하였다.', revision: 0 });
    const { id } = await db().minutes.findFirstOrThrow({ where: { pointId } });
    return {
      ref: { subject: 'minutes', subjectId: id, field: 'text' },
      threadId,
      onPage: async (reader) =>
        (await findMeeting(reader, number))?.translations.minutes[0]?.translations ?? [],
    };
  },
  outcome: async (): Promise<Said> => {
    const { number, threadId, pointId } = await aMeeting();
    const said = { text: '부표에 이름을 적는다.', language: 'ko' as const, clientKey: uuid() };
    const { id } = valueOf(await recordOutcome(taean, { number, pointId, ...said }));
    return {
      ref: { subject: 'outcome', subjectId: id, field: 'text' },
      threadId,
      onPage: async (reader) => (await findMeeting(reader, number))?.translations.outcomes ?? [],
    };
  },
  milestone: async (): Promise<Said> => {
    const proposed = await proposeActionItem(taean, {
      ...{
        title: '부표 수거',
        text: '부표를 함께 수거한다.',
        language: 'ko',
        grade: 'intention',
        incidents: [],
      },
      parties: [
        { governmentId: 'taean', role: 'lead' },
        { governmentId: 'weihai', role: 'partner' },
      ],
    });
    const { number, threadId } = valueOf(proposed);
    await forTwo(threadId);
    valueOf(await addMilestone(taean, { number, text: '수거선을 정한다.', language: 'ko', weight: 1 }));
    const { id } = await db().milestone.findFirstOrThrow({ where: { actionItem: { number } } });
    return {
      ref: { subject: 'milestone', subjectId: id, field: 'text' },
      threadId,
      onPage: async (reader) =>
        ((await findActionItem(reader, number))?.translations ?? []).filter((one) => one.subjectId === id),
    };
  },
  options: async (): Promise<Said> => {
    const { id: threadId } = await aThread({ visibility: 'bilateral', audience: ['weihai'] });
    const proposed = await proposeDecision(taean, {
      ...{ threadId, clientKey: uuid(), language: 'ko', body: '언제 수거합니까?', options: ['오월', '구월'] },
      ...{ governments: ['weihai'], zone: 'Asia/Seoul', deadline: new Date(Date.now() + 3_600_000) },
    });
    const { seq } = valueOf(proposed);
    const { id } = await db().post.findFirstOrThrow({ where: { threadId, seq } });
    return {
      ref: { subject: 'decision', subjectId: id, field: 'options' },
      threadId,
      onPage: async (reader) => {
        const entry = (await readSnapshot(reader, threadId))?.entries.find((one) => one.seq === seq);
        if (entry?.type !== 'post_written') throw new Error('There must be a post.');
        const translations = entry.post.decision?.optionTranslations ?? [];
        return translations.map(({ body: text, language }) => ({ text, language }));
      },
    };
  },
};

/** Narrowed to the two of them. */
async function forTwo(threadId: string) {
  await db().thread.update({
    where: { id: threadId },
    data: { visibility: 'bilateral', audience: { create: [{ governmentId: 'weihai' }] } },
  });
}

const inChinese = '浮标五月\n浮标九月';

describe.each(Object.entries(made))('%s', (_, make) => {
  test('waits, is translated beside the source, is verified, and is found by the words of its translation', async () => {
    const { ref, threadId, onPage } = await make();
    const waits = async (waitsFor: 'translation' | 'verification') =>
      (await findWaitingTexts(translator, { language: 'zh', waitsFor })).some(
        ({ source }) => source.subjectId === ref.subjectId && source.field === ref.field,
      );
    // Who calls, writes or proposes follows the thread, so that it is among those that are looked through.
    expect([await waits('translation'), await waits('verification')]).toEqual([true, false]);
    expect((await readSourcesOfThread(threadId)).filter((one) => one.subjectId === ref.subjectId)).toEqual(
      expect.arrayContaining([expect.objectContaining({ ...ref, language: 'ko', revision: 1 })]),
    );

    const before = await readSnapshot(weihai, threadId);
    const marker = `浮标实名${uuid().slice(-6)}`;
    const text = `${marker}\n浮标九月`;
    const input = { ...ref, revision: 1, language: 'zh' as const };
    expect(await addTranslation(weihai, { ...input, text })).toMatchObject({ ok: true });
    expect(await onPage(taean)).toEqual([expect.objectContaining({ text, language: 'zh' })]);
    expect([await waits('translation'), await waits('verification')]).toEqual([false, true]);
    expect(await verifyTranslation(translator, { ...input, seen: 1 })).toMatchObject({ ok: true });
    expect([await waits('translation'), await waits('verification')]).toEqual([false, false]);

    const search = async (reader: Actor) =>
      (await searchEverything(reader, searchInput.parse({ q: marker }), 'zh')).total;
    expect([await search(weihai), await search(stranger)]).toEqual([1, 0]);

    // What an open page hears is what a page loaded now shows.
    const now = await readSnapshot(weihai, threadId);
    const news = await readEntries(weihai, threadId, { after: before?.head ?? 0 });
    if (!before || !now || !news || !('entries' in news)) throw new Error('There must be a thread.');
    expect(reduce(stateOf(before), news.entries)).toEqual(stateOf(now));
  });

  test('is for who may read it, and no other part of it can be named', async () => {
    const { ref } = await make();
    const input = { ...ref, revision: 1, language: 'zh' as const, text: inChinese };
    expect(await findSource(stranger, ref)).toBe(null);
    expect(await addTranslation(stranger, input)).toEqual({ ok: false, reason: 'not_found' });
    const other = ref.field === 'title' ? 'text' : 'title';
    expect(await findSource(taean, { ...ref, field: other })).toBe(null);
    expect(await addTranslation(weihai, { ...input, revision: 2 })).toEqual({
      ok: false,
      reason: 'already_changed',
    });
  });
});

test('options are translated with a line for each, or not at all', async () => {
  const { ref, onPage } = await made.options();
  const input = { ...ref, revision: 1, language: 'zh' as const };
  const refused = { ok: false, reason: 'option_lines' };
  expect(await addTranslation(weihai, { ...input, text: '五月' })).toEqual(refused);
  expect(await addTranslation(weihai, { ...input, text: '五月\n九月\n十月' })).toEqual(refused);
  expect(await addTranslation(weihai, { ...input, text: '五月\n\n 九月 ' })).toMatchObject({ ok: true });
  expect(await onPage(weihai)).toHaveLength(1);
});

test('options keep the language that they were put in, whatever becomes of the words of the proposal', async () => {
  const { ref, threadId } = await made.options();
  const { seq } = await db().post.findUniqueOrThrow({ where: { id: ref.subjectId } });
  const edited = { threadId, seq, body: '何时清理？', language: 'zh' as const, revision: 1 };
  expect(await editPost(taean, { ...edited, removed: [] })).toMatchObject({ ok: true });
  expect(await findSource(weihai, ref)).toMatchObject({ language: 'ko', text: '오월\n구월' });
});

describe('what is written anew', () => {
  test('minutes leave their translation behind, and other languages alone', async () => {
    const { number, pointId } = await aMeeting();
    await writeMinutes(taean, { number, pointId, language: 'ko', text: '하나.', revision: 0 });
    await writeMinutes(weihai, { number, pointId, language: 'zh', text: '一。', revision: 0 });
    const { id } = await db().minutes.findFirstOrThrow({ where: { pointId, language: 'ko' } });
    const of = { subject: 'minutes', subjectId: id, field: 'text', language: 'zh' } as const;
    expect(await addTranslation(weihai, { ...of, revision: 1, text: '其一。' })).toMatchObject({ ok: true });
    await writeMinutes(taean, { number, pointId, language: 'ko', text: '하나와 둘.', revision: 1 });
    const meeting = await findMeeting(weihai, number);
    expect(meeting?.words.points[0]?.minutes).toMatchObject([
      { language: 'ko', text: '하나와 둘.', revision: 2 },
      { language: 'zh', text: '一。', revision: 1 },
    ]);
    expect(meeting?.translations.minutes.find((one) => one.id === id)?.translations).toMatchObject([
      { text: '其一。', revision: 1 },
    ]);
    expect((await findSource(weihai, of))?.revision).toBe(2);
  });

  test('an outcome leaves its translation behind; who changes an older one is told; a carried one keeps its words', async () => {
    const { number, threadId, pointId } = await aMeeting();
    const said = { text: '봄에 한다.', language: 'ko' as const, clientKey: uuid() };
    const { id: outcomeId } = valueOf(await recordOutcome(taean, { number, pointId, ...said }));
    const of = { subject: 'outcome', subjectId: outcomeId, field: 'text', language: 'zh' } as const;
    await addTranslation(weihai, { ...of, revision: 1, text: '春天进行。' });
    const change = { number, outcomeId, language: 'ko' as const, revision: 1 };
    expect(await changeOutcome(stranger, { ...change, text: '안 한다.' })).toMatchObject({ ok: false });
    const [one, other] = await Promise.all(
      ['가을에 한다.', '겨울에 한다.'].map((text) => changeOutcome(weihai, { ...change, text })),
    );
    expect([one, other].filter((result) => result?.ok)).toHaveLength(1);
    expect([one, other]).toContainEqual({ ok: false, reason: 'already_changed' });
    const now = (await findMeeting(weihai, number))?.words.points[0]?.outcomes[0];
    expect(now).toMatchObject({ revision: 2 });
    // A second press changes nothing.
    const again = { ...change, revision: 1, text: now?.text ?? '' };
    expect(await changeOutcome(weihai, again)).toEqual({ ok: true, value: { revision: 2 } });
    expect(await db().event.count({ where: { threadId, type: 'outcome_changed' } })).toBe(1);

    await proposeActionItem(taean, {
      ...{ title: '공동 수거', text: now?.text ?? '', language: 'ko', grade: 'intention', incidents: [] },
      parties: [
        { governmentId: 'taean', role: 'lead' },
        { governmentId: 'weihai', role: 'partner' },
      ],
      outcome: outcomeId,
    });
    expect(await changeOutcome(weihai, { ...change, revision: 2, text: '그만둔다.' })).toEqual({
      ok: false,
      reason: 'outcome_has_item',
    });
  });
});

describe('an action item that carries an outcome out', () => {
  const promise = {
    ...{ title: '공동 수거', language: 'ko' as const, grade: 'intention' as const, incidents: [] },
    parties: [
      { governmentId: 'taean', role: 'lead' as const },
      { governmentId: 'weihai', role: 'partner' as const },
    ],
  };

  test.each([
    [
      'takes along what people wrote for the other languages',
      '봄에 한다.',
      [{ language: 'zh', text: '春天进行。' }],
    ],
    ['with words of its own takes none', '봄에 함께 한다.', []],
  ])('%s', async (_, text, versions) => {
    const { number, pointId } = await aMeeting();
    const said = { text: '봄에 한다.', language: 'ko' as const, clientKey: uuid() };
    const { id: outcome } = valueOf(await recordOutcome(taean, { number, pointId, ...said }));
    const of = {
      subject: 'outcome',
      subjectId: outcome,
      field: 'text',
      revision: 1,
      language: 'zh',
    } as const;
    await addTranslation(weihai, { ...of, text: '春天进行。' });
    await verifyTranslation(translator, { ...of, seen: 1 });
    const machine = { ...of, id: uuid(), kind: 'machine', language: 'en', text: 'In spring.' } as const;
    await db().translation.create({ data: machine });
    const item = valueOf(await proposeActionItem(taean, { ...promise, text, outcome }));
    const found = await findActionItem(weihai, item.number);
    const taken = found?.translations.filter(({ subjectId }) => subjectId === found.id) ?? [];
    expect(taken.map(({ language, text: words }) => ({ language, text: words }))).toEqual(versions);
    expect(taken.every(({ verifiedAt }) => verifiedAt !== null)).toBe(true);
  });
});

describe('what is signed', () => {
  test('is an outcome in all languages of people: a change in one of them ends the signatures, a machine’s does not', async () => {
    const { number, pointId } = await aMeeting();
    const said = { text: '봄에 한다.', language: 'ko' as const, clientKey: uuid() };
    const { id } = valueOf(await recordOutcome(taean, { number, pointId, ...said }));
    const of = { subject: 'outcome', subjectId: id, field: 'text', revision: 1 } as const;
    await addTranslation(weihai, { ...of, language: 'zh', text: '春天进行。' });
    const read = async () => {
      const meeting = await findMeeting(weihai, number);
      if (!meeting) throw new Error('There must be a meeting.');
      return meeting;
    };
    const sign = async () => signMeeting(weihai, { number, wordsHash: (await read()).wordsHash });
    const signed = async () => (await read()).words.signatures.length;
    expect([(await sign()).ok, await signed()]).toEqual([true, 1]);

    const machine = { ...of, id: uuid(), kind: 'machine', language: 'en', text: 'In spring.' } as const;
    await db().translation.create({ data: machine });
    expect(await signed()).toBe(1);
    await addTranslation(weihai, { ...of, language: 'zh', text: '春季进行。', seen: 1 });
    expect(await signed()).toBe(0);
    expect([(await sign()).ok, await signed()]).toEqual([true, 1]);

    // Frozen, it keeps both, and only a language that has none can still be added.
    const { wordsHash } = await read();
    expect(await freezeMeeting(taean, { number, wordsHash })).toMatchObject({ ok: true });
    expect(await addTranslation(weihai, { ...of, language: 'zh', text: '不做了。', seen: 2 })).toEqual({
      ok: false,
      reason: 'meeting_frozen',
    });
    expect(await addTranslation(weihai, { ...of, language: 'en', text: 'In the spring.' })).toMatchObject({
      ok: true,
    });
    expect(
      await addTranslation(weihai, { ...of, language: 'en', text: 'In the early spring.', seen: 1 }),
    ).toMatchObject({ ok: true });
    // A machine that comes late does not speak over what is kept.
    await db().translation.create({
      data: { ...of, id: uuid(), kind: 'machine', language: 'zh', text: '机器。' },
    });
    const { words, translations } = await read();
    expect(words.points[0]?.outcomes[0]?.versions).toEqual([{ language: 'zh', text: '春季进行。' }]);
    const shown = translations.outcomes.map(({ language, kind, text }) => ({ language, kind, text }));
    expect(shown).toEqual(
      expect.arrayContaining([
        { language: 'en', kind: 'human', text: 'In the early spring.' },
        { language: 'zh', kind: 'human', text: '春季进行。' },
      ]),
    );
    expect(shown.filter(({ language }) => language === 'zh')).toHaveLength(1);
  });
});
