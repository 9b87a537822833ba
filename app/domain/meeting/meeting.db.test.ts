import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import { describe, expect, test } from 'vitest';
import { db } from '#app/db/client.server.ts';
import { anActor, anIncident, aThread } from '#tests/factories.ts';
import { createTestDatabase } from '#tests/world.ts';
import { acceptCommitment } from '../action-item/accept-commitment.server.ts';
import { dropActionItem } from '../action-item/drop-action-item.server.ts';
import { editWording } from '../action-item/edit-wording.server.ts';
import { findActionItem } from '../action-item/find-action-item.server.ts';
import { proposeActionItem } from '../action-item/propose-action-item.server.ts';
import { startActionItem } from '../action-item/start-action-item.server.ts';
import type { Actor } from '../actor.ts';
import { confirmIncident } from '../incident/confirm-incident.server.ts';
import { addTranslation } from '../translation/add-translation.server.ts';
import { addPoint } from './add-point.server.ts';
import { callMeeting } from './call-meeting.server.ts';
import { changeMeeting } from './change-meeting.server.ts';
import { findMinutesHistory } from './find-minutes-history.server.ts';
import { findMeeting } from './find-meeting.server.ts';
import { findOutcome } from './find-outcome.server.ts';
import { findPointsToAdd } from './find-points-to-add.server.ts';
import { findPromisesOf, findPromisesOfLastTime } from './find-promises-of-last-time.server.ts';
import { freezeMeeting } from './freeze-meeting.server.ts';
import { movePoint } from './move-point.server.ts';
import { recordOutcome } from './record-outcome.server.ts';
import { removePoint } from './remove-point.server.ts';
import { signMeeting } from './sign-meeting.server.ts';
import { withdrawOutcome } from './withdraw-outcome.server.ts';
import { writeMinutes } from './write-minutes.server.ts';

createTestDatabase();

const facts = {
  ...{ title: '제3차 지사·성장 회의', language: 'ko' as const, place: '보령 머드홀' },
  ...{ firstDay: new Date('2027-05-11'), lastDay: new Date('2027-05-12') },
  ...{ hosts: ['taean'], visibility: 'network' as const, previous: undefined },
};

/** Taean's head calls; Weihai's officer takes part. */
async function aMeeting(overrides: Partial<Parameters<typeof callMeeting>[1]> = {}) {
  const host = await anActor({ role: 'head' });
  const guest = await anActor({ government: 'weihai', account: { language: 'zh' } });
  const called = await callMeeting(host, {
    ...{ ...facts, participants: [guest.seatId], clientKey: uuid() },
    ...overrides,
  });
  if (!called.ok) throw new Error(called.reason);
  return { host, guest, ...called.value };
}

async function aPoint(actor: Actor, number: string, title = '다음 회의의 일시와 장소') {
  const added = await addPoint(actor, { number, clientKey: uuid(), title, language: 'ko' });
  if (!added.ok) throw new Error(added.reason);
  return added.value.id;
}

async function hashOf(actor: Actor, number: string): Promise<string> {
  return (await findMeeting(actor, number))?.wordsHash ?? '';
}

async function titlesOf(actor: Actor, number: string) {
  return (await findMeeting(actor, number))?.words.points.map(({ titled }) => titled?.title);
}

const refused = (reason: string) => ({ ok: false, reason });

describe('a meeting', () => {
  test('pressed twice is called once; other words under the same key are refused', async () => {
    const { host, guest } = await aMeeting();
    const input = { ...facts, participants: [guest.seatId], clientKey: uuid() };
    const [one, other] = await Promise.all([callMeeting(host, input), callMeeting(host, input)]);
    expect(one).toEqual(other);
    expect(await db().meeting.count({ where: { clientKey: input.clientKey } })).toBe(1);
    expect(await callMeeting(host, { ...input, title: '다른 회의' })).toEqual(refused('key_reused'));
  });

  test('tells its participants, and is changed by its keepers on the revision that they saw', async () => {
    const { host, guest, number, threadId } = await aMeeting();
    expect(await db().notification.count({ where: { threadId, seatId: guest.seatId } })).toBe(1);
    const changed = { ...facts, participants: [guest.seatId], number, revision: 1, place: '태안 군청' };
    expect(await changeMeeting(guest, changed)).toEqual(refused('not_allowed'));
    expect(await changeMeeting(host, changed)).toMatchObject({ ok: true, value: { revision: 2 } });
    expect(await changeMeeting(host, changed)).toEqual(refused('already_changed'));
    expect((await findMeeting(guest, number))?.words.place).toBe('태안 군청');
  });

  test('a new title leaves its translation behind', async () => {
    const { host, guest, number, threadId } = await aMeeting();
    const words = { subject: 'thread', subjectId: threadId, field: 'title', language: 'zh' } as const;
    expect(await addTranslation(guest, { ...words, revision: 1, text: '第三次会议' })).toMatchObject({
      ok: true,
    });
    const changed = {
      ...facts,
      title: '제3차 회의(연기)',
      participants: [guest.seatId],
      number,
      revision: 1,
    };
    expect(await changeMeeting(host, changed)).toMatchObject({ ok: true });
    expect((await findMeeting(guest, number))?.words).toMatchObject({
      title: '제3차 회의(연기)',
      revision: 2,
      translations: [{ text: '第三次会议', revision: 1 }],
    });
  });

  test('for some governments is read by hosts and participants alone, and by those who come later', async () => {
    const { host, guest, number } = await aMeeting({ visibility: 'bilateral' });
    const other = await anActor({ government: 'qingdao' });
    expect(await findMeeting(guest, number)).not.toBeNull();
    expect(await findMeeting(other, number)).toBeNull();
    const participants = [guest.seatId, other.seatId];
    expect(await changeMeeting(host, { ...facts, participants, number, revision: 1 })).toMatchObject({
      ok: true,
    });
    expect(await findMeeting(other, number)).not.toBeNull();
  });

  test('does not follow one that ends after it begins', async () => {
    const first = await aMeeting();
    const input = { ...facts, participants: [], clientKey: uuid(), previous: first.number };
    expect(await callMeeting(first.host, input)).toEqual(refused('previous_meeting_later'));
  });
});

describe('the agenda', () => {
  test('takes what all readers may see, each thing once, and a point pressed twice once', async () => {
    const { host, guest, number } = await aMeeting();
    const incident = await anIncident();
    const own = await anIncident({ thread: { visibility: 'government' } });
    const about = { number, aboutId: incident.threadId };
    const [one, other] = await Promise.all([
      addPoint(host, { ...about, clientKey: uuid() }),
      addPoint(host, { ...about, clientKey: uuid() }),
    ]);
    expect(one).toEqual(other);
    const clientKey = uuid();
    const free = { number, clientKey, title: '기타', language: 'ko' as const };
    await Promise.all([addPoint(host, free), addPoint(host, free)]);
    expect(await titlesOf(host, number)).toEqual([incident.title, '기타']);

    expect(await addPoint(host, { number, clientKey: uuid(), aboutNumber: own.number })).toEqual(
      refused('point_other_readers'),
    );
    expect(await addPoint(guest, { ...free, clientKey: uuid() })).toEqual(refused('not_allowed'));
    const choices = (await findPointsToAdd(host, number)).incidents.map((choice) => choice.number);
    expect(choices).not.toContain(own.number);
    expect(choices).not.toContain(incident.number);
  });

  test('does not name what was narrowed since to who may not see it any more', async () => {
    const { host, guest, number } = await aMeeting();
    const topic = await aThread({ title: '예산 협의' });
    await addPoint(host, { number, clientKey: uuid(), aboutId: topic.id });
    await db().thread.update({ where: { id: topic.id }, data: { visibility: 'government' } });
    expect(await titlesOf(host, number)).toEqual(['예산 협의']);
    expect(await titlesOf(guest, number)).toEqual([undefined]);
    // The record is one for all.
    await freezeMeeting(host, { number, wordsHash: await hashOf(host, number) });
    expect(await titlesOf(host, number)).toEqual([undefined]);
  });

  test('after any moves and removals by two people at once holds every point once, from 1 without a hole', async () => {
    const host = await anActor({ role: 'head' });
    const step = fc.record({
      which: fc.nat(4),
      to: fc.integer({ min: 1, max: 6 }),
      how: fc.constantFrom('move' as const, 'move' as const, 'remove' as const, 'add' as const),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(step, step), { maxLength: 4 }), async (rounds) => {
        const called = await callMeeting(host, { ...facts, participants: [], clientKey: uuid() });
        if (!called.ok) throw new Error(called.reason);
        const { number } = called.value;
        const ids: string[] = [];
        for (const title of ['가', '나', '다', '라']) ids.push(await aPoint(host, number, title));
        const gone = new Set<string>();
        let added = 0;
        const take = async ({ which, to, how }: { which: number; to: number; how: string }) => {
          const pointId = ids[which % ids.length] ?? '';
          if (how === 'move') await movePoint(host, { number, pointId, to });
          else if (how === 'remove') {
            await removePoint(host, { number, pointId });
            gone.add(pointId);
          } else {
            await aPoint(host, number, '추가');
            added += 1;
          }
        };
        for (const [one, other] of rounds) await Promise.all([take(one), take(other)]);
        const rows = await db().agendaPoint.findMany({
          where: { meeting: { number } },
          orderBy: { position: 'asc' },
          select: { id: true, position: true },
        });
        expect(rows.map(({ position }) => position)).toEqual(rows.map((_, index) => index + 1));
        expect(new Set(rows.map(({ id }) => id)).size).toBe(4 - gone.size + added);
      }),
      { numRuns: 12 },
    );
  });

  test('moves a point once however often the button is pressed, and keeps what was written on', async () => {
    const { host, number } = await aMeeting();
    const [first, second] = [await aPoint(host, number, '하나'), await aPoint(host, number, '둘')];
    await aPoint(host, number, '셋');
    expect(await movePoint(host, { number, pointId: first, to: 2 })).toMatchObject({
      value: { moved: true },
    });
    expect(await movePoint(host, { number, pointId: first, to: 2 })).toMatchObject({
      value: { moved: false },
    });
    expect(await titlesOf(host, number)).toEqual(['둘', '하나', '셋']);
    await writeMinutes(host, { number, pointId: second, language: 'ko', text: '논의함', revision: 0 });
    expect(await removePoint(host, { number, pointId: second })).toEqual(refused('point_has_words'));
  });
});

describe('minutes', () => {
  test('two who save at the same moment: one is there, the other is refused, and languages do not meet', async () => {
    const { host, guest, number } = await aMeeting();
    const pointId = await aPoint(host, number);
    const at = { number, pointId, language: 'ko' as const, revision: 0 };
    const answers = await Promise.all([
      writeMinutes(host, { ...at, text: '태안이 제안하였다.' }),
      writeMinutes(guest, { ...at, text: '웨이하이가 답하였다.' }),
      writeMinutes(guest, { ...at, language: 'zh', text: '威海作了答复。' }),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(2);
    expect(answers.slice(0, 2).filter(({ ok }) => !ok)).toEqual([refused('already_changed')]);
    expect(answers[2]).toMatchObject({ ok: true, value: { revision: 1 } });
    const minutes = (await findMeeting(host, number))?.words.points[0]?.minutes;
    expect(minutes?.map(({ language, revision }) => [language, revision])).toEqual([
      ['ko', 1],
      ['zh', 1],
    ]);
  });

  test('the same words pressed twice are one revision, and every revision is kept', async () => {
    const { host, number } = await aMeeting();
    const pointId = await aPoint(host, number);
    const save = (text: string, revision: number) =>
      writeMinutes(host, { number, pointId, language: 'ko', text, revision });
    expect(await save('하나\r\n둘', 0)).toMatchObject({ value: { revision: 1 } });
    expect(await save('하나\n둘', 0)).toMatchObject({ value: { revision: 1 } });
    expect(await save('', 1)).toMatchObject({ value: { revision: 2 } });
    expect(await save('셋', 1)).toEqual(refused('already_changed'));
    const kept = await db().minutesRevision.findMany({ where: { pointId }, orderBy: { revision: 'asc' } });
    expect(kept.map(({ text }) => text)).toEqual(['하나\n둘', '']);
  });

  test('their history says of every save who made it, what came and what went, language by language', async () => {
    const { host, guest, number } = await aMeeting();
    const pointId = await aPoint(host, number);
    const save = (actor: typeof host, language: 'ko' | 'zh', text: string, revision: number) =>
      writeMinutes(actor, { number, pointId, language, text, revision });
    await save(host, 'ko', '부표를 표기한다', 0);
    await save(guest, 'ko', '부표를 회수한다', 1);
    await save(guest, 'zh', '商定', 0);
    const [korean, chinese, ...others] = (await findMinutesHistory(host, { number, pointId })) ?? [];
    expect(others).toEqual([]);
    const seen = korean?.versions.map(({ revision, by, stretches }) => ({
      ...{ revision, by: by.government.id },
      added: stretches.flatMap(({ text, change }) => (change === 'added' ? text : [])).join(''),
      removed: stretches.flatMap(({ text, change }) => (change === 'removed' ? text : [])).join(''),
    }));
    expect(seen).toEqual([
      { revision: 2, by: guest.governmentId, added: '회수한다', removed: '표기한다' },
      { revision: 1, by: host.governmentId, added: '', removed: '' },
    ]);
    expect([chinese?.language, chinese?.versions.map(({ stretches }) => stretches[0]?.text)]).toEqual([
      'zh',
      ['商定'],
    ]);
  });

  test('no word that was saved is ever lost without the one who took it away having seen it', async () => {
    const { host, guest, number } = await aMeeting();
    // Each writer adds a word to what they last read; now and then they read again.
    const step = fc.record({ who: fc.constantFrom(0, 1), reads: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 8 }), async (steps) => {
        const pointId = await aPoint(host, number, '누구나');
        const read = async () => {
          const saved = await db().minutes.findUnique({
            where: { pointId_language: { pointId, language: 'ko' } },
          });
          return { text: saved?.text ?? '', revision: saved?.revision ?? 0 };
        };
        const seen = [await read(), await read()];
        const accepted: string[] = [];
        for (const [index, { who, reads }] of steps.entries()) {
          if (reads) seen[who] = await read();
          const { text, revision } = seen[who] ?? { text: '', revision: 0 };
          const word = `낱말${index}`;
          const written = { number, pointId, language: 'ko' as const, text: `${text} ${word}`, revision };
          const { ok } = await writeMinutes(who === 0 ? host : guest, written);
          if (ok) {
            accepted.push(word);
            seen[who] = await read();
          }
        }
        const { text } = await read();
        for (const word of accepted) expect(text).toContain(word);
        await removePoint(host, { number, pointId });
        await db().agendaPoint.delete({ where: { id: pointId } });
      }),
      { numRuns: 15 },
    );
  });

  test('are written by participants and keepers, not by others', async () => {
    const { host, number } = await aMeeting();
    const pointId = await aPoint(host, number);
    const words = { number, pointId, language: 'ko' as const, text: '글', revision: 0 };
    expect(await writeMinutes(await anActor({ government: 'qingdao' }), words)).toEqual(
      refused('not_allowed'),
    );
    expect(await writeMinutes(host, { ...words, pointId: uuid() })).toEqual(refused('not_found'));
  });
});

/** Two governments of a meeting promise what was concluded. */
const promise = {
  ...{
    title: '부표 공동 수거',
    text: '함께 수거한다.',
    language: 'ko' as const,
    grade: 'intention' as const,
  },
  parties: [
    { governmentId: 'taean', role: 'lead' as const },
    { governmentId: 'weihai', role: 'partner' as const },
  ],
  incidents: [] as string[],
};

async function anOutcome(actor: Actor, number: string, pointId: string, text = '부표를 함께 수거한다.') {
  const recorded = await recordOutcome(actor, { number, pointId, text, language: 'ko', clientKey: uuid() });
  if (!recorded.ok) throw new Error(recorded.reason);
  return recorded.value.id;
}

describe('an outcome', () => {
  test('pressed twice is put down once, and becomes one action item that both sides find', async () => {
    const { host, guest, number, threadId } = await aMeeting();
    const incident = await anIncident();
    const added = await addPoint(host, { number, clientKey: uuid(), aboutId: incident.threadId });
    const pointId = added.ok ? added.value.id : '';
    const said = { number, pointId, text: '함께 수거한다.', language: 'ko' as const, clientKey: uuid() };
    const [one, other] = await Promise.all([recordOutcome(guest, said), recordOutcome(guest, said)]);
    expect(one).toEqual(other);
    const outcomeId = one.ok ? one.value.id : '';
    expect(await findOutcome(host, outcomeId)).toMatchObject({
      text: '함께 수거한다.',
      governmentIds: ['taean', 'weihai'],
      incident: incident.number,
    });

    const proposed = await proposeActionItem(host, { ...promise, outcome: outcomeId, clientKey: uuid() });
    const item = proposed.ok ? proposed.value.number : '';
    expect((await findMeeting(guest, number))?.words.points[0]?.outcomes).toMatchObject([
      { actionItemNumber: item },
    ]);
    expect((await findActionItem(guest, item))?.meeting).toEqual({ number });
    expect(await db().event.count({ where: { threadId, type: 'outcome_carried_out' } })).toBe(1);
    expect(await withdrawOutcome(host, { number, outcomeId })).toEqual(refused('outcome_has_item'));
    // It has one; the first one stays.
    await proposeActionItem(guest, { ...promise, outcome: outcomeId, clientKey: uuid() });
    expect((await findMeeting(guest, number))?.words.points[0]?.outcomes).toMatchObject([
      { actionItemNumber: item },
    ]);
    expect(await findOutcome(host, outcomeId)).toBeNull();
  });

  test('put down wrongly is taken back, and the thread keeps its words', async () => {
    const { host, number, threadId } = await aMeeting();
    const pointId = await aPoint(host, number);
    const outcomeId = await anOutcome(host, number, pointId, '잘못 적음');
    expect(await withdrawOutcome(host, { number, outcomeId })).toMatchObject({ ok: true });
    expect((await findMeeting(host, number))?.words.points[0]?.outcomes).toEqual([]);
    const event = await db().event.findFirst({ where: { threadId, type: 'outcome_withdrawn' } });
    expect(event?.payload).toEqual({ outcome: { text: '잘못 적음', language: 'ko' } });
  });

  test('of a meeting for some governments becomes an item for its parties and readers', async () => {
    const { host, number } = await aMeeting({ visibility: 'bilateral' });
    const outcomeId = await anOutcome(host, number, await aPoint(host, number));
    const proposed = await proposeActionItem(host, { ...promise, outcome: outcomeId });
    const item = proposed.ok ? proposed.value.number : '';
    expect(await findActionItem(await anActor({ government: 'weihai' }), item)).not.toBeNull();
    expect(await findActionItem(await anActor({ government: 'qingdao' }), item)).toBeNull();
    const stranger = await anActor({ government: 'qingdao' });
    expect(await proposeActionItem(stranger, { ...promise, outcome: outcomeId })).toEqual(
      refused('not_found'),
    );
  });
});

describe('a frozen meeting', () => {
  async function aFrozenMeeting() {
    const meeting = await aMeeting();
    const { host, guest, number } = meeting;
    const incident = await anIncident({ responsibleGovernmentId: 'taean' });
    await addPoint(host, { number, clientKey: uuid(), aboutId: incident.threadId });
    const item = await proposeActionItem(host, promise);
    const itemNumber = item.ok ? item.value.number : '';
    await addPoint(host, { number, clientKey: uuid(), aboutNumber: itemNumber });
    const pointId = await aPoint(host, number);
    await writeMinutes(guest, { number, pointId, language: 'zh', text: '商定。', revision: 0 });
    const outcomeId = await anOutcome(host, number, pointId);
    const wordsHash = await hashOf(guest, number);
    expect(await signMeeting(guest, { number, wordsHash })).toMatchObject({ ok: true });
    expect(await freezeMeeting(host, { number, wordsHash })).toMatchObject({ ok: true });
    return { ...meeting, incident, itemNumber, pointId, outcomeId, wordsHash };
  }

  test('says the same to everybody for ever, whatever becomes of the things that it spoke of', async () => {
    const { host, guest, number, threadId, incident, itemNumber, outcomeId } = await aFrozenMeeting();
    const before = await findMeeting(guest, number);
    expect(before?.words.points.map(({ about }) => about)).toMatchObject([
      { subject: 'incident', status: 'reported' },
      { subject: 'action_item', state: 'proposed' },
      null,
    ]);
    expect(before?.words.signatures).toMatchObject([{ seatId: guest.seatId, government: { id: 'weihai' } }]);
    expect(before?.frozenBy).toMatchObject({ seatId: host.seatId, government: { id: 'taean' } });

    expect(await confirmIncident(await anActor(), { number: incident.number })).toMatchObject({ ok: true });
    const edited = { number: itemNumber, revision: 1, title: '다른 제목', text: '다른 글' };
    expect(await editWording(host, edited)).toMatchObject({ ok: true });
    await db().incident.update({ where: { id: incident.id }, data: { title: '고친 제목' } });
    const words = { subject: 'thread', subjectId: threadId, field: 'title', language: 'zh' } as const;
    await addTranslation(guest, { ...words, revision: 1, text: '后来的译名' });
    await db().seat.update({ where: { id: guest.seatId }, data: { titleKo: '다른 과' } });
    await db().account.update({ where: { id: host.accountId }, data: { name: '다른 이름' } });
    await proposeActionItem(host, { ...promise, outcome: outcomeId });

    const after = await findMeeting(await anActor({ government: 'qingdao' }), number);
    expect(after?.words).toEqual(before?.words);
    expect(after?.frozenBy).toEqual(before?.frozenBy);
    // What became of the outcome stands beside the record.
    expect(await findPromisesOf(guest, after?.id ?? '')).toMatchObject([{ outcomeId, standing: 'proposed' }]);
  });

  test('refuses every write of everybody', async () => {
    const { host, guest, number, pointId, outcomeId, wordsHash } = await aFrozenMeeting();
    const secretariat = await anActor({ government: 'chungnam', role: 'secretariat' });
    const rows = () =>
      db().meeting.findUnique({
        where: { number },
        include: {
          points: { include: { minutes: true, outcomes: true } },
          hosts: true,
          participants: true,
          signatures: true,
        },
      });
    const before = await rows();
    for (const actor of [host, guest, secretariat]) {
      const answers = [
        await changeMeeting(actor, { ...facts, participants: [], number, revision: 1 }),
        await addPoint(actor, { number, clientKey: uuid(), title: '더', language: 'ko' }),
        await movePoint(actor, { number, pointId, to: 1 }),
        await removePoint(actor, { number, pointId }),
        await writeMinutes(actor, { number, pointId, language: 'zh', text: '改', revision: 1 }),
        await writeMinutes(actor, { number, pointId, language: 'ko', text: '새', revision: 0 }),
        await recordOutcome(actor, { number, pointId, text: '더', language: 'ko', clientKey: uuid() }),
        await withdrawOutcome(actor, { number, outcomeId }),
        await signMeeting(actor, { number, wordsHash }),
        await freezeMeeting(actor, { number, wordsHash }),
      ];
      expect(answers).toEqual(answers.map(() => refused('meeting_frozen')));
    }
    expect(await rows()).toEqual(before);
  });

  test('a write that comes at the same moment is in the record or refused, never beside it', async () => {
    for (const text of ['하나', '둘', '셋']) {
      const { host, guest, number } = await aMeeting();
      const pointId = await aPoint(host, number);
      const wordsHash = await hashOf(host, number);
      const [frozen, written] = await Promise.all([
        freezeMeeting(host, { number, wordsHash }),
        writeMinutes(guest, { number, pointId, language: 'ko', text, revision: 0 }),
      ]);
      // Who froze meant the words that they had read.
      expect([frozen.ok, written.ok].filter(Boolean)).toHaveLength(1);
    }
  });

  test('is frozen by a host’s head or the secretariat, on the words that they read', async () => {
    const { host, guest, number } = await aMeeting();
    const pointId = await aPoint(host, number);
    const old = await hashOf(host, number);
    expect(await freezeMeeting(guest, { number, wordsHash: old })).toEqual(refused('not_allowed'));
    await writeMinutes(guest, { number, pointId, language: 'zh', text: '记录', revision: 0 });
    expect(await freezeMeeting(host, { number, wordsHash: old })).toEqual(refused('already_changed'));
    const secretariat = await anActor({ government: 'chungnam', role: 'secretariat' });
    const wordsHash = await hashOf(secretariat, number);
    expect(await freezeMeeting(secretariat, { number, wordsHash })).toMatchObject({ ok: true });
  });

  test('a signature is for the words that were signed', async () => {
    const { host, guest, number, threadId } = await aMeeting();
    const pointId = await aPoint(host, number);
    const wordsHash = await hashOf(guest, number);
    await Promise.all([signMeeting(guest, { number, wordsHash }), signMeeting(guest, { number, wordsHash })]);
    expect(await db().event.count({ where: { threadId, type: 'meeting_signed' } })).toBe(1);
    expect((await findMeeting(host, number))?.words.signatures).toHaveLength(1);
    await writeMinutes(host, { number, pointId, language: 'ko', text: '더 적음', revision: 0 });
    expect((await findMeeting(host, number))?.words.signatures).toEqual([]);
    expect(await signMeeting(guest, { number, wordsHash })).toEqual(refused('already_changed'));
  });
});

describe('what we promised last time', () => {
  test('stands on the next meeting of the series: late, dropped with its reason, without an item', async () => {
    const first = await aMeeting();
    const { host, guest, number } = first;
    const pointId = await aPoint(host, number);
    const outcomes = [
      await anOutcome(host, number, pointId, '수거한다.'),
      await anOutcome(host, number, pointId, '교환한다.'),
      await anOutcome(host, number, pointId, '검토한다.'),
    ];
    const dueOn = new Date('2027-09-01');
    const items: string[] = [];
    for (const outcome of outcomes.slice(0, 2)) {
      const proposed = await proposeActionItem(host, { ...promise, dueOn, outcome });
      if (proposed.ok) items.push(proposed.value.number);
    }
    const [late = '', dropped = ''] = items;
    await acceptCommitment(guest, { number: late, revision: 1 });
    await startActionItem(host, { number: late });
    const reason = { text: '예산이 없다.', language: 'ko' as const };
    expect(await dropActionItem(host, { number: dropped, ...reason })).toMatchObject({ ok: true });
    await freezeMeeting(host, { number, wordsHash: await hashOf(host, number) });

    const next = await callMeeting(host, {
      ...{ ...facts, participants: [guest.seatId], clientKey: uuid(), previous: number },
      ...{ title: '제4차 회의', firstDay: new Date('2028-05-09'), lastDay: new Date('2028-05-10') },
    });
    const later = await findMeeting(guest, next.ok ? next.value.number : '');
    const found = await findPromisesOfLastTime(guest, later?.id ?? '', new Date('2028-05-09T01:00:00Z'));
    expect(found?.meeting.number).toBe(number);
    expect(found?.promises).toMatchObject([
      { text: '수거한다.', standing: 'late', item: { number: late }, reason: null },
      { text: '교환한다.', standing: 'dropped', item: { number: dropped }, reason },
      { text: '검토한다.', standing: 'none', item: null },
    ]);
    const first1 = await findMeeting(guest, number);
    expect(await findPromisesOfLastTime(guest, first1?.id ?? '')).toBeNull();
  });

  test('is for who may see both meetings, and names no item that the reader may not see', async () => {
    const { host, guest, number } = await aMeeting({ visibility: 'bilateral' });
    const outcome = await anOutcome(host, number, await aPoint(host, number));
    await proposeActionItem(host, { ...promise, outcome });
    const next = await callMeeting(host, {
      ...{ ...facts, participants: [guest.seatId], clientKey: uuid(), previous: number },
      ...{ firstDay: new Date('2028-05-09'), lastDay: new Date('2028-05-10') },
    });
    const nextNumber = next.ok ? next.value.number : '';
    const stranger = await anActor({ government: 'qingdao' });
    const seen = await findMeeting(stranger, nextNumber);
    expect(seen?.previous).toBeNull();
    expect(await findPromisesOfLastTime(stranger, seen?.id ?? '')).toBeNull();
    expect(await findPromisesOfLastTime(guest, seen?.id ?? '')).toMatchObject({
      promises: [{ standing: 'proposed' }],
    });
  });
});
