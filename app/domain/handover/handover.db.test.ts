import { v7 as uuid } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '#app/db/client.server.ts';
import { anAccount, anActor, anIncident, aThread } from '#tests/factories.ts';
import { createTestDatabase } from '#tests/world.ts';
import { endTenure } from '../account/end-tenure.server.ts';
import { findSession } from '../account/find-session.server.ts';
import { giveSeat } from '../account/give-seat.server.ts';
import { startSession } from '../account/start-session.server.ts';
import { findActionItem } from '../action-item/find-action-item.server.ts';
import { findActionItemList } from '../action-item/find-action-items.server.ts';
import { proposeActionItem } from '../action-item/propose-action-item.server.ts';
import type { Actor } from '../actor.ts';
import { findIncidentPage } from '../incident/find-incident-page.server.ts';
import { countIncidents, findIncidents } from '../incident/find-incidents.server.ts';
import { findPhoto } from '../incident/find-photo.server.ts';
import { noFilters } from '../incident/filters.ts';
import { summarizeIncidents } from '../incident/summarize-incidents.server.ts';
import { findInbox } from '../notification/find-notifications.server.ts';
import { fillIndex } from '../search/fill-index.server.ts';
import { searchEverything } from '../search/search-everything.server.ts';
import { readEntries, readHead } from '../thread/find-entries.server.ts';
import { findThread } from '../thread/find-thread.server.ts';
import { findThreads } from '../thread/find-threads.server.ts';
import { writePost } from '../thread/write-post.server.ts';
import { acceptItem, returnItem } from './answer-item.server.ts';
import { findEmptySeats } from './find-empty-seats.server.ts';
import { tellOfEmptySeats } from './tell-of-empty-seats.server.ts';
import { findBrief, findHandover, findHandovers, findHandoverToAnswer } from './find-handovers.server.ts';
import { noteItem } from './note-item.server.ts';
import { prepareHandover, startDueHandovers } from './start-handover.server.ts';

createTestDatabase();

const day = 24 * 3600_000;
const inDays = (days: number) => new Date(Date.now() + days * day);
const zh = { language: 'zh' as const };

let secretariat: Actor;
beforeAll(async () => {
  secretariat = await anActor({ role: 'secretariat' });
});

/** Somebody whose seat has a promise, an incident and a topic, and whom the secretariat then lets go. */
async function aLeaving(government: string) {
  const leaving = await anActor({ government, account: { name: '宋听涛', ...zh } });
  const proposed = await proposeActionItem(leaving, {
    title: '부표 회수',
    text: '함께 회수한다.',
    language: 'ko',
    grade: 'information',
    parties: [
      { governmentId: government, role: 'lead' },
      { governmentId: 'taean', role: 'partner' },
    ],
    incidents: [],
  });
  if (!proposed.ok) throw new Error(proposed.reason);
  const incident = await anIncident({
    reporterGovernmentId: government,
    responsibleGovernmentId: government,
    title: '재임 중의 부표',
    thread: { visibility: 'government' },
  });
  const topic = await aThread({ ownerGovernmentId: government });
  await db().follow.create({ data: { threadId: topic.id, seatId: leaving.seatId } });
  const tenure = await db().tenure.findFirstOrThrow({ where: { seatId: leaving.seatId } });
  return {
    leaving,
    number: proposed.value.number,
    threadId: proposed.value.threadId,
    incident,
    topic,
    tenure,
  };
}

/** The next holder of the seat, as the secretariat puts them in. */
async function aSuccessor({ seatId, governmentId, role }: Actor): Promise<Actor> {
  const { id: accountId, name, nameLatin, email } = await anAccount({ name: '于归帆', ...zh });
  const given = await giveSeat(secretariat, { seatId, email, from: new Date(Date.now() - 1000) });
  if (!given.ok) throw new Error(given.reason);
  return { accountId, seatId, governmentId, role, name, nameLatin, ...zh };
}

async function formerOf({ accountId }: Actor, now?: Date): Promise<Actor | null> {
  const { token, sessionId } = await startSession(accountId);
  await db().session.update({ where: { id: sessionId }, data: { expiresAt: inDays(400) } });
  return (await findSession(token, now))?.actor ?? null;
}

describe('when a tenure ends', () => {
  test('all open work of the seat stands in its handover, and the successor finds it with the notes', async () => {
    const { leaving, number, threadId, incident, topic, tenure } = await aLeaving('yantai');
    const prepared = await prepareHandover(leaving);
    if (!prepared.ok) throw new Error(prepared.reason);
    const { handoverId } = prepared.value;
    expect((await noteItem(leaving, { handoverId, threadId, text: '请先联系泰安。', ...zh })).ok).toBe(true);
    const late = await aThread({ ownerGovernmentId: 'yantai' });
    await db().follow.create({ data: { threadId: late.id, seatId: leaving.seatId } });
    expect((await endTenure(secretariat, { tenureId: tenure.id })).ok).toBe(true);

    const successor = await aSuccessor(leaving);
    expect(await findHandoverToAnswer(successor)).toEqual({ id: handoverId, open: 4 });
    const handover = await findHandover(successor, handoverId);
    if (!handover) throw new Error('The successor must see it.');
    const { items, counterparts } = await findBrief(successor, handover);
    expect(new Set(items.map(({ thread }) => thread.id))).toEqual(
      new Set([threadId, incident.threadId, topic.id, late.id]),
    );
    expect(items.find(({ thread }) => thread.actionItem?.number === number)?.note).toBe('请先联系泰安。');
    expect(counterparts.map(({ id }) => id)).toEqual(['taean']);
  });

  test('the successor takes over or returns with a reason, once; the head hears of what was returned', async () => {
    const { leaving, threadId, topic, tenure } = await aLeaving('rizhao');
    const head = await anActor({ government: 'rizhao', role: 'head' });
    await endTenure(secretariat, { tenureId: tenure.id });
    const successor = await aSuccessor(leaving);
    const handoverId = (await findHandoverToAnswer(successor))?.id ?? '';

    const twice = await Promise.all([
      acceptItem(successor, { handoverId, threadId }),
      acceptItem(successor, { handoverId, threadId }),
    ]);
    expect(twice.filter(({ ok }) => ok)).toHaveLength(1);
    const returned = { handoverId, threadId: topic.id };
    expect((await returnItem(successor, returned, { text: '不属本科职责。', ...zh })).ok).toBe(true);
    expect(await findHandoverToAnswer(successor)).toMatchObject({ open: 1 });

    const told = await findInbox(head, { unreadOnly: true, before: null });
    expect(told.threads.map(({ thread }) => thread.id)).toContain(topic.id);
    const outsider = await anActor({ government: 'taean' });
    const said = await readEntries(outsider, topic.id, { after: 0 });
    expect(JSON.stringify(said)).not.toContain('不属本科职责');
    const events = { threadId, type: 'handover_accepted', seatId: successor.seatId };
    expect(await db().event.count({ where: events })).toBe(1);
  });

  test('nobody else reads the handover, answers it or writes in it', async () => {
    const { leaving, threadId, tenure } = await aLeaving('weihai');
    await endTenure(secretariat, { tenureId: tenure.id });
    const successor = await aSuccessor(leaving);
    const handoverId = (await findHandoverToAnswer(successor))?.id ?? '';
    const former = await formerOf(leaving);
    const head = await anActor({ government: 'weihai', role: 'head' });
    const colleague = await anActor({ government: 'weihai' });
    const other = await anActor({ government: 'taean', role: 'head' });
    const item = { handoverId, threadId };

    const reads = async (actor: Actor | null) =>
      actor !== null && (await findHandover(actor, handoverId)) !== null;
    expect(await Promise.all([successor, former, head, colleague, other, secretariat].map(reads))).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(await findHandovers(other)).toEqual([]);
    for (const actor of [head, colleague, other]) expect((await acceptItem(actor, item)).ok).toBe(false);
    if (!former) throw new Error('They still read.');
    expect(await acceptItem(former, item)).toMatchObject({ reason: 'not_allowed' });
    expect((await noteItem(former, { ...item, text: '补充说明。', ...zh })).ok).toBe(true);
    expect(await noteItem(successor, { ...item, text: '不可', ...zh })).toMatchObject({
      reason: 'not_allowed',
    });
  });

  test('one that ends on its given day starts its handover by itself, once', async () => {
    const { tenure } = await aLeaving('dalian');
    await db().tenure.update({ where: { id: tenure.id }, data: { to: inDays(2) } });
    await startDueHandovers();
    expect(await db().handover.count({ where: { tenureId: tenure.id } })).toBe(0);
    await Promise.all([startDueHandovers(inDays(3)), startDueHandovers(inDays(3))]);
    expect(await db().handover.count({ where: { tenureId: tenure.id } })).toBe(1);
    expect(await db().handoverItem.count({ where: { handover: { tenureId: tenure.id } } })).toBe(3);
  });

  test('the secret address of the seat’s calendar, which the person knows, ends', async () => {
    const { leaving, tenure } = await aLeaving('dandong');
    await db().calendarFeed.create({ data: { seatId: leaving.seatId, tokenHash: uuid() } });
    await endTenure(secretariat, { tenureId: tenure.id });
    expect(await db().calendarFeed.count({ where: { seatId: leaving.seatId } })).toBe(0);
  });
});

describe('a seat that nobody holds for more than a week', () => {
  test('alarms the own head, and counterparts read in the work that it is empty; each once', async () => {
    const { leaving, threadId, tenure } = await aLeaving('tianjin');
    const head = await anActor({ government: 'tianjin', role: 'head' });
    const counterpart = await anActor({ government: 'taean' });
    await endTenure(secretariat, { tenureId: tenure.id });
    expect(await findEmptySeats(['tianjin'], inDays(6))).toEqual([]);
    await tellOfEmptySeats(inDays(6));
    const empty = { threadId, type: 'seat_stood_empty' };
    expect(await db().event.count({ where: empty })).toBe(0);

    expect(await findEmptySeats(['tianjin'], inDays(8))).toMatchObject([{ id: leaving.seatId }]);
    await Promise.all([tellOfEmptySeats(inDays(8)), tellOfEmptySeats(inDays(8))]);
    await tellOfEmptySeats(inDays(9));
    expect(await db().event.count({ where: empty })).toBe(1);
    expect(await db().notification.count({ where: { seatId: head.seatId, threadId } })).toBe(1);
    const read = await readEntries(counterpart, threadId, { after: 0 });
    expect(JSON.stringify(read)).toContain('seat_stood_empty');

    await aSuccessor(leaving);
    expect(await findEmptySeats(['tianjin'], inDays(9))).toEqual([]);
  });
});

describe('who has left', () => {
  test('reads the threads of the own time on every surface for 90 days, and then on none', async () => {
    const { leaving, number, threadId, incident, tenure } = await aLeaving('lianyungang');
    const photoId = uuid();
    await db().photo.create({
      data: { id: photoId, incidentId: incident.id, width: 4, height: 3, bytes: 9, sha256: 'f'.repeat(64) },
    });
    await db().notification.create({
      data: { id: uuid(), seatId: leaving.seatId, threadId, seq: 1, reason: 'waits_for_us' },
    });
    await endTenure(secretariat, { tenureId: tenure.id });
    const later = await anIncident({
      reporterGovernmentId: 'lianyungang',
      title: '이임 뒤의 부표',
      thread: { visibility: 'government', createdAt: inDays(1), lastEventAt: inDays(1) },
    });
    const before = await anIncident({
      reporterGovernmentId: 'lianyungang',
      title: '부임 전의 부표',
      thread: { createdAt: inDays(-400), lastEventAt: inDays(-300) },
    });
    await fillIndex(() => true);

    const surfaces = async (reader: Actor, one: typeof incident) => {
      const { id, number: incidentNumber, threadId: at, title } = one;
      const searched = await searchEverything(reader, { q: title, page: 1 }, 'ko');
      return {
        page: (await findIncidentPage(reader, incidentNumber)) !== null,
        list: (await findIncidents(reader, noFilters)).incidents.some((found) => found.id === id),
        count: (await countIncidents(reader, { ...noFilters, q: title })) > 0,
        figures: (await summarizeIncidents(reader, { ...noFilters, q: title })).all.count > 0,
        forum: JSON.stringify(
          await findThreads(reader, { filter: { tab: 'all', page: 1 }, language: 'ko' }),
        ).includes(at),
        thread: (await findThread(reader, at, 'ko')) !== null,
        head: (await readHead(reader, at)) !== null,
        entries: (await readEntries(reader, at, { after: 0 })) !== null,
        search: searched.results.some(({ subjectId }) => subjectId === id),
      };
    };
    const all = (sees: boolean) => ({
      page: sees,
      list: sees,
      count: sees,
      figures: sees,
      forum: sees,
      thread: sees,
      head: sees,
      entries: sees,
      search: sees,
    });
    const former = await formerOf(leaving, inDays(89));
    if (!former) throw new Error('They still read.');
    expect(former).toMatchObject({ role: 'observer', formerly: { from: tenure.from } });
    expect(await surfaces(former, incident)).toEqual(all(true));
    expect(await surfaces(former, later)).toEqual(all(false));
    expect(await surfaces(former, before)).toEqual(all(false));
    expect(await findPhoto(former, photoId)).not.toBeNull();
    expect(await findActionItem(former, number)).not.toBeNull();
    expect((await findActionItemList(former, {}, new Date())).map((item) => item.number)).toContain(number);
    expect((await findInbox(former, { unreadOnly: false, before: null })).threads).toHaveLength(1);

    expect(await formerOf(leaving, inDays(91))).toBeNull();
  });

  test('changes nothing, and sees their old posts under the name and the seat of their day', async () => {
    const { leaving, threadId, tenure } = await aLeaving('qinhuangdao');
    const words = { clientKey: uuid(), body: '我们同意。', onlyOwnGovernment: false, ...zh };
    expect((await writePost(leaving, { threadId, ...words })).ok).toBe(true);
    await endTenure(secretariat, { tenureId: tenure.id });
    const successor = await aSuccessor(leaving);
    const former = await formerOf(leaving);
    if (!former) throw new Error('They still read.');
    const again = { threadId, clientKey: uuid(), body: '再说一句。', onlyOwnGovernment: false, ...zh };
    expect(await writePost(former, again)).toMatchObject({ reason: 'not_allowed' });
    const entries = JSON.stringify(await readEntries(successor, threadId, { after: 0 }));
    expect(entries).toContain('宋听涛');
    expect(entries).not.toContain('于归帆');
  });

  test('and holds another seat now acts there and reads in the old one by choice', async () => {
    const { leaving, tenure } = await aLeaving('nantong');
    await endTenure(secretariat, { tenureId: tenure.id });
    const elsewhere = await anActor({ government: 'yancheng' });
    await db().tenure.create({
      data: { id: uuid(), seatId: elsewhere.seatId, accountId: leaving.accountId, from: new Date() },
    });
    const { token } = await startSession(leaving.accountId);
    const session = await findSession(token, inDays(1));
    expect(session?.actor).toMatchObject({ governmentId: 'yancheng', role: 'officer' });
    expect(session?.seats.map(({ governmentId, formerly }) => [governmentId, formerly !== null])).toEqual([
      ['yancheng', false],
      ['nantong', true],
    ]);
  });
});
