import { describe, expect, test } from 'vitest';
import { db } from '#app/db/client.server.ts';
import { anActor } from '#tests/factories.ts';
import { createTestDatabase } from '#tests/world.ts';
import { readSnapshot } from '../thread/find-entries.server.ts';
import { addTranslation } from '../translation/add-translation.server.ts';
import { editWording } from './edit-wording.server.ts';
import { findActionItem } from './find-action-item.server.ts';
import { hashWording } from './hash-wording.server.ts';
import { markWording } from './mark-wording.server.ts';
import { proposeActionItem } from './propose-action-item.server.ts';
import { writeCommitment } from './write-commitment.server.ts';

createTestDatabase();

const dueOn = new Date('2027-03-01');

async function anItem() {
  const [taean, weihai] = [await anActor({ government: 'taean' }), await anActor({ government: 'weihai' })];
  const proposed = await proposeActionItem(taean, {
    ...{
      title: '부표 회수',
      text: '함께 회수한다.',
      language: 'ko',
      grade: 'intention',
      incidents: [],
      dueOn,
    },
    parties: [
      { governmentId: 'taean', role: 'lead' },
      { governmentId: 'weihai', role: 'partner' },
    ],
  });
  if (!proposed.ok) throw new Error(proposed.reason);
  const { number, threadId } = proposed.value;
  const { id } = await db().actionItem.findUniqueOrThrow({ where: { number } });
  const translate = (field: 'title' | 'text', text: string) =>
    addTranslation(weihai, {
      ...{ subject: 'action_item', subjectId: id, field, revision: 1, language: 'zh', text },
    });
  return { id, number, threadId, taean, weihai, translate };
}

const marksOf = async (actor: Awaited<ReturnType<typeof anActor>> | null, number: string) =>
  (await findActionItem(actor, number))?.commitments.flatMap(({ governmentId, marks }) =>
    marks.map(({ language }) => `${governmentId} ${language}`),
  );
const typesOf = async (threadId: string) =>
  (await db().event.findMany({ where: { threadId }, orderBy: { seq: 'asc' } })).map(({ type }) => type);

describe('the agreed wording', () => {
  test('each party marks the version in its own language, for the words of all languages', async () => {
    const { id, number, threadId, taean, weihai, translate } = await anItem();
    const before = await hashWording(id);
    expect(await markWording(weihai, { number, wordingHash: before })).toMatchObject({
      reason: 'own_version_missing',
    });
    await translate('title', '回收浮球');
    await translate('text', '共同回收。');
    expect(await markWording(weihai, { number, wordingHash: before })).toMatchObject({
      reason: 'already_changed',
    });
    const wordingHash = await hashWording(id);
    expect(await markWording(weihai, { number, wordingHash })).toMatchObject({ ok: true });
    expect(await markWording(weihai, { number, wordingHash })).toMatchObject({ reason: 'already_changed' });
    expect(await markWording(taean, { number, wordingHash })).toMatchObject({ ok: true });
    expect((await marksOf(taean, number))?.sort()).toEqual(['taean ko', 'weihai zh']);
    const mark = await db().wordingMark.findFirstOrThrow({
      where: { commitment: { actionItemId: id, governmentId: 'weihai' } },
    });
    expect(mark).toMatchObject({
      wordingHash,
      revision: 1,
      accountId: weihai.accountId,
      seatId: weihai.seatId,
    });
    const snapshot = await readSnapshot(taean, threadId);
    expect(snapshot?.entries.at(-1)).toMatchObject({
      type: 'wording_marked',
      payload: { language: 'ko', revision: 1 },
    });
  });

  test.each(['a translation', 'the original', 'the words of one party'])(
    'a change of %s ends every mark, and the thread says so',
    async (what) => {
      const { id, number, threadId, taean, weihai, translate } = await anItem();
      await translate('title', '回收浮球');
      await translate('text', '共同回收。');
      const wordingHash = await hashWording(id);
      await markWording(taean, { number, wordingHash });
      await markWording(weihai, { number, wordingHash });
      if (what === 'a translation') await translate('text', '共同回收浮球。');
      if (what === 'the original')
        await editWording(taean, { number, revision: 1, title: '부표 회수', text: '각자 회수한다.', dueOn });
      if (what === 'the words of one party')
        await writeCommitment(weihai, {
          ...{ number, revision: 1, text: '派船一艘', language: 'zh', grade: 'intention' },
        });
      expect(await marksOf(taean, number)).toEqual([]);
      const events = await db().event.findMany({ where: { threadId, type: 'wording_marks_ended' } });
      expect(events).toMatchObject([{ payload: { governmentIds: ['taean', 'weihai'] } }]);
      expect(await db().wordingMark.count({ where: { commitment: { actionItemId: id } } })).toBe(2);
    },
  );

  test('the same words again change nothing', async () => {
    const { id, number, threadId, taean, weihai, translate } = await anItem();
    await translate('title', '回收浮球');
    await translate('text', '共同回收。');
    await markWording(weihai, { number, wordingHash: await hashWording(id) });
    await translate('text', '共同回收。');
    expect(await marksOf(taean, number)).toEqual(['weihai zh']);
    expect(await typesOf(threadId)).not.toContain('wording_marks_ended');
  });

  test('observers, the secretariat and who is no party do not mark; guests see no mark', async () => {
    const { id, number, taean } = await anItem();
    const wordingHash = await hashWording(id);
    for (const other of [
      await anActor({ government: 'taean', role: 'observer' }),
      await anActor({ government: 'taean', role: 'secretariat' }),
      await anActor({ government: 'qingdao' }),
    ])
      expect(await markWording(other, { number, wordingHash })).toMatchObject({ reason: 'not_allowed' });
    await markWording(taean, { number, wordingHash });
    await db().thread.updateMany({ where: { actionItem: { number } }, data: { visibility: 'public' } });
    expect(await marksOf(taean, number)).toEqual(['taean ko']);
    expect(await marksOf(null, number)).toEqual([]);
  });
});
