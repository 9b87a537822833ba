import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { db } from '#app/db/client.server.ts';
import { writeCalendar } from '#app/http/calendar.server.ts';
import { anActor } from '#tests/factories.ts';
import { readerNames, readerOf } from '#tests/readers.ts';
import { createTestDatabase } from '#tests/world.ts';
import { acceptCommitment } from './accept-commitment.server.ts';
import { addMilestone } from './add-milestone.server.ts';
import { findFeed, findFeedOf } from './find-feed.server.ts';
import { proposeActionItem } from './propose-action-item.server.ts';
import { reachMilestone } from './reach-milestone.server.ts';
import { renewFeed } from './renew-feed.server.ts';
import { revokeFeed } from './revoke-feed.server.ts';
import { startActionItem } from './start-action-item.server.ts';

createTestDatabase();

async function anAgreedItem() {
  const taean = await anActor({ government: 'taean' });
  const weihai = await anActor({ government: 'weihai' });
  const proposed = await proposeActionItem(taean, {
    title: '부표 회수, 가을; "공동"',
    text: '함께 회수한다.',
    language: 'ko',
    grade: 'intention',
    parties: [
      { governmentId: 'taean', role: 'lead' },
      { governmentId: 'weihai', role: 'partner' },
    ],
    incidents: [],
    dueOn: new Date('2027-03-31'),
  });
  if (!proposed.ok) throw new Error(proposed.reason);
  const { number, threadId } = proposed.value;
  await acceptCommitment(weihai, { number, revision: 1 });
  return { number, threadId, taean, weihai };
}

async function tokenOf(actor: Parameters<typeof renewFeed>[0]) {
  const made = await renewFeed(actor);
  if (!made.ok) throw new Error(made.reason);
  return made.value.token;
}

describe('the calendar of a seat', () => {
  test('is read by another program: all-day dates that no zone moves', async () => {
    const { number, taean } = await anAgreedItem();
    const feed = await findFeed(await tokenOf(taean));
    const text = writeCalendar('기한', feed?.dates ?? [], (of) => `https://tideline.example/actions/${of}`);
    const calendar = new ICAL.Component(ICAL.parse(text));
    const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
    const event = events.find(({ summary }) => summary.startsWith(`${number} `));
    expect(event?.summary).toBe(`${number} 부표 회수, 가을; "공동"`);
    expect(event?.startDate.isDate).toBe(true);
    expect(event?.startDate.toString()).toBe('2027-03-31');
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
  });

  test('works until it is replaced or revoked', async () => {
    const { taean } = await anAgreedItem();
    const first = await tokenOf(taean);
    expect(await findFeed(first)).not.toBeNull();
    const second = await tokenOf(taean);
    expect(await findFeed(first)).toBeNull();
    expect(await findFeed(second)).not.toBeNull();
    await revokeFeed(taean);
    expect(await findFeed(second)).toBeNull();
    expect(await findFeedOf(taean)).toBeNull();
    expect(JSON.stringify(await db().calendarFeed.findMany())).not.toContain(second);
  });

  test('ends with the seat', async () => {
    const { taean } = await anAgreedItem();
    const token = await tokenOf(taean);
    await db().tenure.updateMany({
      where: { seatId: taean.seatId },
      data: { to: new Date(Date.now() - 1000) },
    });
    expect(await findFeed(token)).toBeNull();
  });

  test.each(readerNames.filter((name) => name !== 'guest'))(
    '%s sees the promises of the own government',
    async (name) => {
      const { number } = await anAgreedItem();
      const reader = await readerOf(name);
      if (!reader) throw new Error('A seat must be there.');
      const feed = await findFeed(await tokenOf(reader));
      expect(feed?.dates.some((date) => date.number === number)).toBe(!name.startsWith('qingdao'));
    },
  );
});

describe('milestones', () => {
  test('are added by parties, once, and reached while it is under way', async () => {
    const { number, taean, weihai } = await anAgreedItem();
    const clientKey = '01930000-0000-7000-8000-000000000001';
    const milestone = { number, text: '현장 조사', language: 'ko', weight: 3, clientKey } as const;
    expect(await addMilestone(await anActor({ government: 'qingdao' }), milestone)).toEqual({
      ok: false,
      reason: 'not_allowed',
    });
    const added = await addMilestone(taean, milestone);
    expect(await addMilestone(taean, milestone)).toEqual(added);
    if (!added.ok) throw new Error(added.reason);
    const reach = { number, milestoneId: added.value.id, reached: true };
    expect(await reachMilestone(weihai, reach)).toEqual({ ok: false, reason: 'already_changed' });
    await startActionItem(taean, { number });
    expect(await reachMilestone(weihai, reach)).toMatchObject({ ok: true });
    expect(await reachMilestone(weihai, reach)).toEqual({ ok: false, reason: 'already_changed' });
    expect(await reachMilestone(taean, { ...reach, reached: false })).toMatchObject({ ok: true });
  });
});
