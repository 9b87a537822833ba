import { v7 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import { db } from '#app/db/client.server.ts';
import { anActor, anIncident, aThread } from '#tests/factories.ts';
import { createTestDatabase } from '#tests/world.ts';
import { findActionItem } from '../action-item/find-action-item.server.ts';
import { findActionItemList } from '../action-item/find-action-items.server.ts';
import { proposeActionItem } from '../action-item/propose-action-item.server.ts';
import { readEntries } from '../thread/find-entries.server.ts';
import { writePost } from '../thread/write-post.server.ts';
import { findMember } from './find-members.server.ts';
import { passOnWork } from './pass-on-work.server.ts';

createTestDatabase();

const lastDay = new Date('2026-06-30');
const before = new Date('2026-06-30T20:00:00+09:00');
const after = new Date('2026-07-01T12:00:00+09:00');

test('the open work of Jeonnam passes to its successor, once; what was said and what has ended stay under the old name', async () => {
  await db().government.update({ where: { id: 'jeonnam' }, data: { validTo: null } });
  const old = await anActor({ government: 'jeonnam', role: 'head' });
  const weihai = await anActor({ government: 'weihai' });
  const proposed = await proposeActionItem(old, {
    title: '폐어망 회수',
    text: '함께 회수한다.',
    language: 'ko',
    grade: 'intention',
    parties: [
      { governmentId: 'jeonnam', role: 'lead' },
      { governmentId: 'weihai', role: 'partner' },
    ],
    incidents: [],
  });
  if (!proposed.ok) throw new Error(proposed.reason);
  const { number, threadId } = proposed.value;
  const words = { language: 'ko' as const, body: '우리끼리 볼 말', onlyOwnGovernment: true };
  await writePost(old, { threadId, clientKey: uuid(), ...words });
  const at = { reporterGovernmentId: 'jeonnam', responsibleGovernmentId: 'jeonnam' };
  const open = await anIncident({ ...at, thread: { visibility: 'government' } });
  const resolved = await anIncident({ ...at, status: 'resolved' });
  const topic = await aThread({
    ownerGovernmentId: 'jeonnam',
    visibility: 'bilateral',
    audience: ['weihai'],
  });
  await db().government.update({ where: { id: 'jeonnam' }, data: { validTo: lastDay } });

  const next = await anActor({ government: 'jeonnam-gwangju', role: 'head' });
  await passOnWork(before);
  expect(await findActionItemList(next, { mine: '1' }, before)).toEqual([]);
  await Promise.all([passOnWork(after), passOnWork(after)]);
  await passOnWork(after);

  expect((await findActionItemList(next, { mine: '1' }, after)).map((item) => item.number)).toEqual([number]);
  const item = await findActionItem(weihai, number);
  expect(item?.commitments.map(({ governmentId }) => governmentId)).toEqual(['jeonnam-gwangju', 'weihai']);
  const said = await readEntries(next, threadId, { after: 0 });
  expect(JSON.stringify(said)).toContain('우리끼리 볼 말');
  expect(JSON.stringify(await readEntries(weihai, threadId, { after: 0 }))).not.toContain('우리끼리 볼 말');
  const [post] = await db().post.findMany({ where: { threadId } });
  expect(post?.governmentId).toBe('jeonnam');
  expect(await readEntries(next, open.threadId, { after: 0 })).not.toBeNull();
  expect(await readEntries(next, topic.id, { after: 0 })).not.toBeNull();

  const incidents = await db().incident.findMany({ where: { id: { in: [open.id, resolved.id] } } });
  expect(incidents.find(({ id }) => id === open.id)?.responsibleGovernmentId).toBe('jeonnam-gwangju');
  expect(incidents.find(({ id }) => id === resolved.id)?.responsibleGovernmentId).toBe('jeonnam');
  expect(await db().event.count({ where: { type: 'work_passed_on' } })).toBe(3);
  const page = await findMember(weihai, 'jeonnam', after);
  expect(page).toMatchObject({ inBeing: false, successor: { id: 'jeonnam-gwangju' } });
});
