import { expect, test } from 'vitest';
import { db } from '#app/db/client.server.ts';
import { anActor } from '#tests/factories.ts';
import { createTestDatabase } from '#tests/world.ts';
import { proposeActionItem } from '../action-item/propose-action-item.server.ts';
import { writeCommitment } from '../action-item/write-commitment.server.ts';
import { addTranslation } from './add-translation.server.ts';
import { findWaitingTexts } from './find-waiting-texts.server.ts';

createTestDatabase();

test('what a party promises waits for its translation and then to be verified, beside the common wording', async () => {
  const taean = await anActor({ government: 'taean' });
  const weihai = await anActor({ government: 'weihai' });
  const proposed = await proposeActionItem(taean, {
    ...{ title: '부표 회수', text: '함께 회수한다.', language: 'ko', grade: 'intention', incidents: [] },
    parties: [
      { governmentId: 'taean', role: 'lead' },
      { governmentId: 'weihai', role: 'partner' },
    ],
  });
  if (!proposed.ok) throw new Error(proposed.reason);
  const { number } = proposed.value;
  await writeCommitment(taean, {
    ...{ number, revision: 1, text: '배 두 척을 보낸다.', language: 'ko', grade: 'intention' },
  });
  const { id } = await db().commitment.findFirstOrThrow({
    where: { actionItem: { number }, governmentId: 'taean' },
  });
  const waiting = async (waitsFor: 'translation' | 'verification') =>
    (await findWaitingTexts(weihai, { language: 'zh', waitsFor })).map(
      ({ source, href }) => `${source.subject} ${source.field} ${source.text} ${href}`,
    );
  const own = `commitment text 배 두 척을 보낸다. /actions/${number}`;
  expect(await waiting('translation')).toEqual([
    `action_item title 부표 회수 /actions/${number}`,
    `action_item text 함께 회수한다. /actions/${number}`,
    own,
  ]);
  await addTranslation(weihai, {
    ...{ subject: 'commitment', subjectId: id, field: 'text', revision: 2, language: 'zh' },
    text: '派出两艘船。',
  });
  expect(await waiting('translation')).not.toContain(own);
  expect(await waiting('verification')).toEqual([own]);
  const other = await anActor({ government: 'qingdao', account: { language: 'ko' } });
  expect(await findWaitingTexts(other, { language: 'ko', waitsFor: 'translation' })).toEqual([]);
});
