import { v7 as uuid } from 'uuid';
import { describe, expect, test } from 'vitest';
import { db } from '#app/db/client.server.ts';
import { anActor, anIncident } from '#tests/factories.ts';
import { createTestDatabase } from '#tests/world.ts';
import type { Actor } from '../actor.ts';
import { countUnread, countWaiting, findInbox } from '../notification/find-notifications.server.ts';
import { markRead } from '../notification/mark-read.server.ts';
import { acceptCommitment } from './accept-commitment.server.ts';
import type { ProposeInput } from './action-item.ts';
import { claimCompletion } from './claim-completion.server.ts';
import { confirmCompletion } from './confirm-completion.server.ts';
import { countPromiseTrend } from './count-promise-trend.server.ts';
import { countPromises } from './count-promises.server.ts';
import { declineCommitment } from './decline-commitment.server.ts';
import { disputeCompletion } from './dispute-completion.server.ts';
import { dropActionItem } from './drop-action-item.server.ts';
import { editWording } from './edit-wording.server.ts';
import { findActionItem } from './find-action-item.server.ts';
import { findActionItemList, findBoard, findPromises, findWaitingItems } from './find-action-items.server.ts';
import { proposeActionItem } from './propose-action-item.server.ts';
import { startActionItem } from './start-action-item.server.ts';

createTestDatabase();

const proposal: ProposeInput = {
  title: '양식장 부표 회수',
  text: '두 정부가 함께 부표를 회수한다.',
  language: 'ko',
  grade: 'intention',
  parties: [
    { governmentId: 'taean', role: 'lead' },
    { governmentId: 'weihai', role: 'partner' },
  ],
  incidents: [],
};

const because = { text: '예산이 아직 없습니다.', language: 'ko' } as const;
const evidence = { text: '부표 312개를 회수했습니다.', language: 'ko', photoIds: [], amounts: [] } as const;
const claim = { ...evidence, photoIds: [...evidence.photoIds], amounts: [...evidence.amounts] };

async function propose(actor: Actor, overrides: Partial<ProposeInput> = {}) {
  const result = await proposeActionItem(actor, { ...proposal, ...overrides });
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

async function both() {
  return { taean: await anActor({ government: 'taean' }), weihai: await anActor({ government: 'weihai' }) };
}

async function stateOf(number: string) {
  const { state } = await db().actionItem.findUniqueOrThrow({ where: { number }, select: { state: true } });
  return state;
}

async function typesOf(threadId: string) {
  const events = await db().event.findMany({
    where: { threadId },
    orderBy: { seq: 'asc' },
    select: { type: true },
  });
  return events.map(({ type }) => type);
}

describe('the life of an action item', () => {
  test('from the proposal to the confirmation by the other side', async () => {
    const { taean, weihai } = await both();
    const incident = await anIncident();
    const { number, threadId } = await propose(taean, { incidents: [incident.number] });
    expect(number).toMatch(/^A-\d+$/);
    expect(await stateOf(number)).toBe('proposed');
    expect((await findWaitingItems(weihai)).map((item) => item.number)).toContain(number);

    expect(await acceptCommitment(weihai, { number, revision: 1 })).toMatchObject({
      ok: true,
      value: { agreed: true },
    });
    expect(await startActionItem(weihai, { number })).toEqual({ ok: false, reason: 'not_allowed' });
    expect(await startActionItem(taean, { number })).toMatchObject({ ok: true });
    expect(await claimCompletion(taean, { number, ...claim, text: '' })).toEqual({
      ok: false,
      reason: 'evidence_needed',
    });
    expect(await claimCompletion(taean, { number, ...claim })).toMatchObject({ ok: true });
    expect(await confirmCompletion(taean, { number })).toEqual({ ok: false, reason: 'confirm_by_another' });
    expect(await confirmCompletion(weihai, { number })).toMatchObject({ ok: true });

    expect(await stateOf(number)).toBe('done');
    expect(await typesOf(threadId)).toEqual([
      'action_item_proposed',
      'commitment_accepted',
      'commitment_accepted',
      'action_item_agreed',
      'action_item_started',
      'completion_claimed',
      'completion_confirmed',
    ]);
    expect(await typesOf(incident.threadId)).toEqual(['incident_reported', 'action_item_linked']);
    expect((await findActionItem(weihai, number))?.incidents.map((linked) => linked.number)).toEqual([
      incident.number,
    ]);
  });

  test('two partners accept at the same moment: it is agreed once', async () => {
    const { taean, weihai } = await both();
    const yantai = await anActor({ government: 'yantai' });
    const parties = [...proposal.parties, { governmentId: 'yantai', role: 'partner' as const }];
    const { number, threadId } = await propose(taean, { parties });

    const answers = await Promise.all([
      acceptCommitment(weihai, { number, revision: 1 }),
      acceptCommitment(yantai, { number, revision: 1 }),
      acceptCommitment(weihai, { number, revision: 1 }),
    ]);

    expect(answers.filter(({ ok }) => ok)).toHaveLength(2);
    expect(await stateOf(number)).toBe('agreed');
    expect((await typesOf(threadId)).filter((type) => type === 'action_item_agreed')).toHaveLength(1);
  });

  test('a supporter need not answer, but an agreement of one is none', async () => {
    const { taean, weihai } = await both();
    const parties = [
      { governmentId: 'taean', role: 'lead' as const },
      { governmentId: 'weihai', role: 'supporter' as const },
    ];
    const { number } = await propose(taean, { parties });
    expect(await stateOf(number)).toBe('proposed');
    await acceptCommitment(weihai, { number, revision: 1 });
    expect(await stateOf(number)).toBe('agreed');
  });

  test('a declined item stays proposed, and says why', async () => {
    const { taean, weihai } = await both();
    const { number, threadId } = await propose(taean);
    expect(await declineCommitment(weihai, { number, revision: 1, ...because })).toMatchObject({ ok: true });
    expect(await stateOf(number)).toBe('proposed');
    expect((await typesOf(threadId)).at(-1)).toBe('commitment_declined');
    expect(await acceptCommitment(weihai, { number, revision: 1 })).toMatchObject({ ok: true });
    expect(await declineCommitment(weihai, { number, revision: 1, ...because })).toEqual({
      ok: false,
      reason: 'already_changed',
    });
  });

  test('other words reopen every answer', async () => {
    const { taean, weihai } = await both();
    const { number } = await propose(taean);
    await acceptCommitment(weihai, { number, revision: 1 });
    await startActionItem(taean, { number });

    const words = { number, revision: 1, title: proposal.title, text: '부표를 봄까지 회수한다.' };
    expect(await editWording(weihai, words)).toEqual({ ok: false, reason: 'not_allowed' });
    expect(await editWording(taean, words)).toMatchObject({ ok: true, value: { revision: 2 } });

    expect(await stateOf(number)).toBe('proposed');
    const item = await findActionItem(taean, number);
    expect(item?.commitments.map(({ governmentId, state }) => [governmentId, state])).toEqual([
      ['taean', 'accepted'],
      ['weihai', 'proposed'],
    ]);
    expect(await acceptCommitment(weihai, { number, revision: 1 })).toEqual({
      ok: false,
      reason: 'already_changed',
    });
    expect(await acceptCommitment(weihai, { number, revision: 2 })).toMatchObject({
      value: { agreed: true },
    });
  });

  test('a doubted completion goes back to work', async () => {
    const { taean, weihai } = await both();
    const { number } = await propose(taean);
    await acceptCommitment(weihai, { number, revision: 1 });
    await startActionItem(taean, { number });
    await claimCompletion(taean, { number, ...claim });
    expect(await disputeCompletion(taean, { number, ...because })).toEqual({
      ok: false,
      reason: 'confirm_by_another',
    });
    expect(await disputeCompletion(weihai, { number, ...because })).toMatchObject({ ok: true });
    expect(await stateOf(number)).toBe('underway');
    expect(await confirmCompletion(weihai, { number })).toEqual({ ok: false, reason: 'already_changed' });
  });

  test('evidence takes only photos that the claimer uploaded and that belong to nothing else', async () => {
    const { taean, weihai } = await both();
    const photo = async (actor: Actor) =>
      (
        await db().photo.create({
          data: { id: uuid(), accountId: actor.accountId, width: 1, height: 1, bytes: 1, sha256: 'x' },
        })
      ).id;
    const [own, foreign] = [await photo(taean), await photo(weihai)];
    const { number } = await propose(taean);
    await acceptCommitment(weihai, { number, revision: 1 });
    await startActionItem(taean, { number });
    const withPhoto = (id: string) => claimCompletion(taean, { number, ...claim, photoIds: [id] });
    expect(await withPhoto(foreign)).toEqual({ ok: false, reason: 'photo_not_readable' });
    expect(await withPhoto(own)).toMatchObject({ ok: true });
    expect((await findActionItem(weihai, number))?.evidence[0]?.photos.map(({ id }) => id)).toEqual([own]);
  });

  test('the lead drops with a reason, a partner may not, the secretariat may', async () => {
    const { taean, weihai } = await both();
    const secretariat = await anActor({ government: 'incheon', role: 'secretariat' });
    const [one, two] = [await propose(taean), await propose(taean)];
    expect(await dropActionItem(weihai, { number: one.number, ...because })).toEqual({
      ok: false,
      reason: 'not_allowed',
    });
    expect(await dropActionItem(taean, { number: one.number, ...because })).toMatchObject({ ok: true });
    expect(await dropActionItem(secretariat, { number: two.number, ...because })).toMatchObject({ ok: true });
    expect(await dropActionItem(taean, { number: two.number, ...because })).toEqual({
      ok: false,
      reason: 'already_changed',
    });
  });

  test('what binds more needs the head', async () => {
    const { taean, weihai } = await both();
    const mayor = await anActor({ government: 'weihai', role: 'head' });
    const { number } = await propose(taean, { grade: 'formal' });
    const before = await findActionItem(taean, number);
    expect(before?.commitments.every(({ state }) => state === 'proposed')).toBe(true);
    expect(await acceptCommitment(weihai, { number, revision: 1 })).toEqual({
      ok: false,
      reason: 'not_allowed',
    });
    expect(await acceptCommitment(mayor, { number, revision: 1 })).toMatchObject({ ok: true });
    expect(await findWaitingItems(weihai).then((items) => items.map((item) => item.number))).not.toContain(
      number,
    );
  });
});

describe('the confirmation', () => {
  test('resolves the incidents that the two governments answer for, when asked to', async () => {
    const { taean, weihai } = await both();
    const ours = await anIncident({ status: 'confirmed' });
    const theirs = await anIncident({ status: 'confirmed', responsibleGovernmentId: 'qingdao' });
    const finish = async (resolveIncidents: boolean) => {
      const { number } = await propose(taean, { incidents: [ours.number, theirs.number] });
      await acceptCommitment(weihai, { number, revision: 1 });
      await startActionItem(taean, { number });
      await claimCompletion(taean, { number, ...claim });
      expect(await confirmCompletion(weihai, { number, resolveIncidents })).toMatchObject({ ok: true });
    };
    const statuses = async () =>
      (
        await db().incident.findMany({
          where: { id: { in: [ours.id, theirs.id] } },
          orderBy: { number: 'asc' },
        })
      ).map(({ status }) => status);
    await finish(false);
    expect(await statuses()).toEqual(['confirmed', 'confirmed']);
    await finish(true);
    expect(await statuses()).toEqual(['resolved', 'confirmed']);
    expect((await typesOf(ours.threadId)).at(-1)).toBe('incident_resolved');
  });
});

describe('promises by government', () => {
  test('each number is the length of the list that it leads to, for every reader', async () => {
    const { taean, weihai } = await both();
    const hidden = await anIncident({ thread: { visibility: 'bilateral', audience: ['weihai'] } });
    await propose(taean, { incidents: [hidden.number] });
    const dropped = await propose(taean);
    await dropActionItem(taean, { number: dropped.number, ...because });
    const now = new Date('2027-06-01T00:00:00Z');
    for (const reader of [weihai, await anActor({ government: 'yantai' })]) {
      for (const { government, done, late, clearance, dropped: given } of await countPromises(reader, now)) {
        const length = async (filter: Parameters<typeof findActionItemList>[1]) =>
          (await findActionItemList(reader, { counterpart: government.id, ...filter }, now)).length;
        expect({ done, late, clearance, given }).toEqual({
          done: await length({ state: 'done' }),
          late: await length({ late: '1' }),
          clearance: await length({ clearance: '1' }),
          given: await length({ state: 'dropped' }),
        });
      }
    }
  });
});

describe('promises over time', () => {
  test('each number is the length of the list that it leads to, for every reader, and all that was due is in one', async () => {
    const { taean, weihai } = await both();
    const hidden = await anIncident({ thread: { visibility: 'bilateral', audience: ['weihai'] } });
    const due = (day: string) => ({ dueOn: new Date(day) });
    await propose(taean, { ...due('2028-02-10'), incidents: [hidden.number] });
    const dropped = await propose(taean, due('2028-02-11'));
    await dropActionItem(taean, { number: dropped.number, ...because });
    const late = await propose(taean, due('2028-03-31'));
    await acceptCommitment(weihai, { number: late.number, revision: 1 });
    const finished = await propose(taean, due('2028-04-01'));
    await acceptCommitment(weihai, { number: finished.number, revision: 1 });
    await startActionItem(taean, { number: finished.number });
    await claimCompletion(taean, { number: finished.number, ...claim });
    await confirmCompletion(weihai, { number: finished.number });

    const now = new Date('2028-06-01T00:00:00Z');
    const shown = new Map<string, unknown>();
    for (const reader of [weihai, await anActor({ government: 'yantai' })]) {
      for (const row of await countPromiseTrend(reader, 'weihai', now)) {
        const { quarter, onTime: _onTime, ...counts } = row;
        const filter = { counterpart: 'weihai', due: quarter } as const;
        const length = async (more: Parameters<typeof findActionItemList>[1]) =>
          (await findActionItemList(reader, { ...filter, ...more }, now)).length;
        expect(counts).toEqual({
          done: await length({ state: 'done' }),
          late: await length({ late: '1' }),
          clearance: await length({ clearance: '1' }),
          dropped: await length({ state: 'dropped' }),
          open: await length({ open: '1' }),
        });
        expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(await length({}));
        shown.set(`${reader.governmentId} ${quarter}`, row);
      }
    }
    const first = { quarter: '2028-Q1', done: 0, onTime: 0, late: 1, clearance: 0, dropped: 1 };
    expect(shown.get('weihai 2028-Q1')).toEqual({ ...first, open: 1 });
    expect(shown.get('yantai 2028-Q1')).toEqual({ ...first, open: 0 });
    expect(shown.get('yantai 2028-Q2')).toMatchObject({ done: 1, onTime: 1, open: 0 });
    expect(shown.size).toBe(16);
  });
});

describe('proposing', () => {
  test('needs two governments, a seat that acts, and incidents that one may see', async () => {
    const { taean } = await both();
    const observer = await anActor({ role: 'observer' });
    const hidden = await anIncident({
      reporterGovernmentId: 'weihai',
      thread: { visibility: 'government', ownerGovernmentId: 'weihai' },
    });
    const alone = { ...proposal, parties: [{ governmentId: 'taean', role: 'lead' as const }] };
    expect(await proposeActionItem(taean, alone)).toEqual({ ok: false, reason: 'needs_two_governments' });
    expect(await proposeActionItem(observer, proposal)).toEqual({ ok: false, reason: 'not_allowed' });
    expect(await proposeActionItem(taean, { ...proposal, incidents: [hidden.number] })).toEqual({
      ok: false,
      reason: 'incident_not_found',
    });
  });

  test('the same key makes one item, the same key with other words none', async () => {
    const { taean } = await both();
    const clientKey = uuid();
    const [one, two] = await Promise.all([propose(taean, { clientKey }), propose(taean, { clientKey })]);
    expect(one.number).toBe(two.number);
    expect(await proposeActionItem(taean, { ...proposal, clientKey, title: '다른 제목' })).toEqual({
      ok: false,
      reason: 'key_reused',
    });
  });

  test('from a restricted incident the item is seen by its readers and the parties only', async () => {
    const { taean, weihai } = await both();
    const [yantai, guest] = [await anActor({ government: 'yantai' }), null];
    const incident = await anIncident({ thread: { visibility: 'bilateral', audience: ['weihai'] } });
    const { number } = await propose(taean, { incidents: [incident.number] });
    expect(await findActionItem(weihai, number)).not.toBeNull();
    for (const reader of [yantai, guest]) expect(await findActionItem(reader, number)).toBeNull();
    const board = await findBoard(yantai, {}, new Date());
    expect(board.columns.flatMap(({ cards }) => cards).map((card) => card.number)).not.toContain(number);
    expect(await acceptCommitment(yantai, { number, revision: 1 })).toEqual({
      ok: false,
      reason: 'not_found',
    });
  });
});

describe('the inbox', () => {
  test('tells the other side that something waits for it, until it is read', async () => {
    const taean = await anActor({ government: 'taean' });
    const rongcheng = await anActor({ government: 'qingdao' });
    const before = { unread: await countUnread(rongcheng), waiting: await countWaiting(rongcheng) };
    const parties = [
      { governmentId: 'taean', role: 'lead' as const },
      { governmentId: 'qingdao', role: 'partner' as const },
    ];
    const { number, threadId } = await propose(taean, { parties });

    expect(await countUnread(rongcheng)).toBe(before.unread + 1);
    expect(await countWaiting(rongcheng)).toBe(before.waiting + 1);
    const { threads } = await findInbox(rongcheng, { unreadOnly: true, before: null });
    expect(threads[0]).toMatchObject({
      reason: 'waits_for_us',
      unread: 1,
      newest: { type: 'action_item_proposed' },
    });

    await markRead(rongcheng, { threadId });
    expect(await countUnread(rongcheng)).toBe(before.unread);
    expect(await countWaiting(rongcheng)).toBe(before.waiting + 1);
    await acceptCommitment(rongcheng, { number, revision: 1 });
    expect(await countWaiting(rongcheng)).toBe(before.waiting);
    // The proposer follows and hears of the agreement.
    expect(await countUnread(taean)).toBe(1);
  });

  test('nobody marks what another seat was told', async () => {
    const { taean, weihai } = await both();
    const { threadId } = await propose(taean);
    const unread = await countUnread(weihai);
    expect(unread).toBeGreaterThan(0);
    await markRead(taean, { threadId });
    await markRead(taean, { all: '1' });
    expect(await countUnread(weihai)).toBe(unread);
  });
});

describe('our promises', () => {
  test('count what runs, what is late and what waits for the other side', async () => {
    const rizhao = await anActor({ government: 'rizhao' });
    const gunsan = await anActor({ government: 'gunsan' });
    const now = new Date('2026-11-18T03:00:00Z');
    const parties = [
      { governmentId: 'rizhao', role: 'lead' as const },
      { governmentId: 'gunsan', role: 'partner' as const },
    ];
    for (const dueOn of ['2026-11-10', '2026-12-10', '2026-11-18']) {
      const { number } = await propose(rizhao, { parties, dueOn: new Date(dueOn) });
      await acceptCommitment(gunsan, { number, revision: 1 });
    }
    await propose(rizhao, { parties });
    const { onTrack, unanswered, toConfirm, late, lateItems } = await findPromises(gunsan, now);
    expect({ onTrack, unanswered, toConfirm, late }).toEqual({
      onTrack: 2,
      unanswered: 0,
      toConfirm: 0,
      late: 1,
    });
    expect(lateItems).toHaveLength(1);
    expect(
      (await findBoard(rizhao, { mine: '1', late: '1' }, now)).columns.map(({ count }) => count),
    ).toEqual([0, 1, 0, 0, 0]);
  });
});
