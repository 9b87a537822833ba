import { describe, expect, test } from 'vitest';
import { db } from '#app/db/client.server.ts';
import { workOnce } from '#app/db/jobs.server.ts';
import { anActor } from '#tests/factories.ts';
import { createTestDatabase } from '#tests/world.ts';
import type { Actor } from '../actor.ts';
import { findInbox } from '../notification/find-notifications.server.ts';
import { readEntries } from '../thread/find-entries.server.ts';
import { acceptCommitment } from './accept-commitment.server.ts';
import { proposeActionItem } from './propose-action-item.server.ts';
import { planReminders, reminderJob, sendReminder } from './send-reminders.server.ts';
import { snoozeReminders } from './snooze-reminders.server.ts';
import { startActionItem } from './start-action-item.server.ts';

createTestDatabase();

const day = 24 * 3600_000;
/** Noon of today on both shores is past the morning. */
const now = new Date(`${new Date().toISOString().slice(0, 10)}T04:00:00Z`);
const inDays = (days: number) => new Date(now.getTime() + days * day);
const dateIn = (days: number) => new Date(inDays(days).toISOString().slice(0, 10));

/** A promise of Taean and Weihai that is under way (or still waits for Weihai's authorities) and due in so many days. */
async function aPromise(due: number, grade: 'information' | 'agreed' = 'information') {
  const taean = await anActor({ government: 'taean', role: 'head' });
  const officer = await anActor({ government: 'taean' });
  const weihai = await anActor({ government: 'weihai', role: 'head' });
  const proposed = await proposeActionItem(taean, {
    title: '부표 회수',
    text: '함께 회수한다.',
    language: 'ko',
    grade,
    parties: [
      { governmentId: 'taean', role: 'lead' },
      { governmentId: 'weihai', role: 'partner' },
    ],
    incidents: [],
    dueOn: dateIn(due),
  });
  if (!proposed.ok) throw new Error(proposed.reason);
  const { number, threadId } = proposed.value;
  await acceptCommitment(weihai, { number, revision: 1 });
  if (grade === 'information') await startActionItem(taean, { number });
  return { taean, officer, weihai, number, threadId };
}

async function remind(at: Date): Promise<void> {
  await Promise.all([planReminders(at), planReminders(at)]);
  const work = () => workOnce({ [reminderJob]: sendReminder }, new Date(Date.now() + 1000));
  while ((await Promise.all([work(), work()])).some(Boolean)) continue;
}

const reminded = async (threadId: string, governmentId: string) =>
  (
    await db().event.findMany({
      where: { threadId, type: 'due_reminded', onlyGovernmentId: governmentId },
      orderBy: { seq: 'asc' },
      select: { payload: true },
    })
  ).map(({ payload }) => payload);

const hears = async (actor: Actor, threadId: string) =>
  (await findInbox(actor, { unreadOnly: true, before: null })).threads.some(
    ({ thread }) => thread.id === threadId,
  );

describe('a promise that is under way', () => {
  test('is reminded of 14 and 3 days before, on its day and weekly when late, each time once', async () => {
    const { threadId, officer, taean } = await aPromise(20);
    for (let days = 0; days <= 36; days += 1) await remind(inDays(days));
    const said = [14, 3, 0, -7, -14].map((days) => ({ days }));
    expect(await reminded(threadId, 'taean')).toEqual(said);
    expect(await reminded(threadId, 'weihai')).toEqual(said);
    expect(await hears(officer, threadId)).toBe(true);
    const perEvent = await db().notification.groupBy({
      by: ['seatId', 'seq'],
      where: { threadId, seatId: taean.seatId, reason: 'waits_for_us' },
      _count: true,
    });
    expect(perEvent.every(({ _count }) => _count === 1)).toBe(true);
  }, 120_000);

  test('is put off with a reason that the own side alone reads, and then reminded of again', async () => {
    const { threadId, officer, weihai, number } = await aPromise(3);
    const words = { text: '예산 배정을 기다립니다.', language: 'ko' as const };
    const twice = await Promise.all([
      snoozeReminders(officer, { number, until: dateIn(10), ...words }),
      snoozeReminders(officer, { number, until: dateIn(10), ...words }),
    ]);
    expect(twice.filter(({ ok }) => ok)).toHaveLength(1);
    for (const days of [0, 3, 9]) await remind(inDays(days));
    expect(await reminded(threadId, 'taean')).toEqual([]);
    expect(await reminded(threadId, 'weihai')).toEqual([{ days: 3 }, { days: 0 }]);
    await db().commitment.updateMany({ data: { snoozedUntil: dateIn(0) } });
    await remind(inDays(10));
    expect(await reminded(threadId, 'taean')).toEqual([{ days: -7 }]);
    const there = JSON.stringify(await readEntries(weihai, threadId, { after: 0 }));
    expect(there).not.toContain(words.text);
    const here = JSON.stringify(await readEntries(officer, threadId, { after: 0 }));
    expect(here).toContain(words.text);
    expect(
      await snoozeReminders(await anActor({ government: 'qingdao' }), { number, until: dateIn(9), ...words }),
    ).toMatchObject({
      reason: 'not_allowed',
    });
  }, 60_000);
});

test('what waits for an authority is not reminded of, however late it is', async () => {
  const { threadId } = await aPromise(0, 'agreed');
  for (const days of [0, 7, 14]) await remind(inDays(days));
  expect(await reminded(threadId, 'taean')).toEqual([]);
  expect(await reminded(threadId, 'weihai')).toEqual([]);
});
