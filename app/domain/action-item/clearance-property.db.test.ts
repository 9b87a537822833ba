import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '#app/db/client.server.ts';
import { Grade } from '#prisma/generated/enums.ts';
import { anActor } from '#tests/factories.ts';
import { createTestDatabase } from '#tests/world.ts';
import type { Actor } from '../actor.ts';
import { addTranslation } from '../translation/add-translation.server.ts';
import { acceptCommitment } from './accept-commitment.server.ts';
import { claimCompletion } from './claim-completion.server.ts';
import { confirmCompletion } from './confirm-completion.server.ts';
import { declineCommitment } from './decline-commitment.server.ts';
import { disputeCompletion } from './dispute-completion.server.ts';
import { editWording } from './edit-wording.server.ts';
import { countBoard, findActionItemList } from './find-action-items.server.ts';
import { fulfilCommitment } from './fulfil-commitment.server.ts';
import { hashWording } from './hash-wording.server.ts';
import { missCommitment } from './miss-commitment.server.ts';
import { proposeActionItem } from './propose-action-item.server.ts';
import { recordClearance } from './record-clearance.server.ts';
import { planReminders, reminderJob } from './send-reminders.server.ts';
import { startActionItem } from './start-action-item.server.ts';
import { withdrawCommitment } from './withdraw-commitment.server.ts';
import { writeCommitment } from './write-commitment.server.ts';

createTestDatabase();

const parties = [
  { governmentId: 'taean', role: 'lead' as const },
  { governmentId: 'weihai', role: 'partner' as const },
  { governmentId: 'shandong', role: 'supporter' as const },
];
const because = { text: '이유', language: 'ko' as const };
const longAgo = new Date('2026-01-10');
/** Later than any due date here. */
const muchLater = new Date('2027-06-01T00:00:00Z');
/** A whole number of weeks after them, past the morning on both shores: a day for reminders. */
const weeksLater = new Date('2027-05-29T04:00:00Z');

const who = fc.constantFrom('taean', 'weihai', 'shandong');
const grade = fc.constantFrom(...Object.values(Grade));
const deed = fc.oneof(
  { weight: 6, arbitrary: fc.record({ does: fc.constant('accept' as const), who }) },
  {
    weight: 12,
    arbitrary: fc.record({
      does: fc.constant('record' as const),
      who,
      state: fc.constantFrom('granted', 'granted', 'granted', 'granted', 'not_needed', 'returned', 'waiting'),
      back: fc.boolean(),
    }),
  },
  { weight: 5, arbitrary: fc.record({ does: fc.constant('start' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constantFrom('edit', 'decline', 'withdraw', 'claim', 'confirm', 'dispute'),
      who,
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constantFrom('fulfil', 'miss'), who }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('write' as const), who, grade }) },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('translate' as const),
      who,
      field: fc.constantFrom('title', 'text'),
      text: fc.constantFrom('浮球', '浮标'),
    }),
  },
);
type Deed = typeof deed extends fc.Arbitrary<infer One> ? One : never;

const heads = new Map<string, Actor>();
let everUnderway = 0;
let everReopened = 0;
let everReminded = 0;

beforeAll(async () => {
  for (const { governmentId } of parties)
    heads.set(governmentId, await anActor({ government: governmentId, role: 'head' }));
});

describe('nothing is under way without its acceptances and clearances, granted for the present words', () => {
  test('in the plain course of things', async () => {
    const does = (...deeds: Deed[]) => deeds;
    await follow(
      'information',
      does(
        { does: 'accept', who: 'weihai' },
        { does: 'start' },
        { does: 'edit', who: 'taean' },
        { does: 'record', who: 'weihai', state: 'granted', back: false },
      ),
    );
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])('in the random sequences of seed %i', async (seed) => {
    await fc.assert(fc.asyncProperty(grade, fc.array(deed, { minLength: 10, maxLength: 18 }), follow), {
      numRuns: 1,
      seed,
      endOnFailure: true,
    });
  });

  test('and the sequences do reach what they are about', () => {
    expect(everUnderway).toBeGreaterThan(0);
    expect(everReopened).toBeGreaterThan(0);
    expect(everReminded).toBeGreaterThan(0);
  });
});

/** Proposes an item, does all this with it, and looks after each deed whether everything still holds. */
async function follow(of: Grade, deeds: readonly Deed[]): Promise<void> {
  const taean = heads.get('taean');
  if (!taean) throw new Error('The lead must be there.');
  const proposed = await proposeActionItem(taean, {
    title: '부표 회수',
    text: '함께 회수한다.',
    language: 'ko',
    grade: of,
    parties,
    incidents: [],
    dueOn: longAgo,
  });
  if (!proposed.ok) throw new Error(proposed.reason);
  const { number, threadId } = proposed.value;
  for (const one of deeds) {
    await take(number, one);
    if ((await holds(number)) === 'underway') everUnderway += 1;
  }
  await neverLateAndWaiting(taean);
  everReopened += await db().event.count({ where: { threadId, type: 'clearance_reopened' } });
}

/** Does something that may be refused: the state in which it is tried does not matter. */
async function take(number: string, one: Deed): Promise<void> {
  const item = await db().actionItem.findUniqueOrThrow({ where: { number } });
  const { revision } = item;
  const actor = heads.get('who' in one ? one.who : 'taean');
  if (!actor) throw new Error('The head must be there.');
  switch (one.does) {
    case 'accept':
      await acceptCommitment(actor, { number, revision });
      return;
    case 'record': {
      const steps = await db().clearanceStep.findMany({
        where: { endedAt: null, commitment: { actionItemId: item.id, governmentId: actor.governmentId } },
        orderBy: { position: 'asc' },
      });
      const at = steps.findIndex(({ state }) => state === 'waiting' || state === 'returned');
      const step = steps[Math.max(0, (at < 0 ? steps.length : at) - (one.back ? 1 : 0))] ?? steps.at(-1);
      if (!step) return;
      const state = (['granted', 'not_needed', 'returned', 'waiting'] as const).find(
        (name) => name === one.state,
      );
      await recordClearance(actor, {
        number,
        stepId: step.id,
        wordingHash: await hashWording(item.id),
        state: state ?? 'granted',
        note: '메모',
      });
      return;
    }
    case 'start':
      await startActionItem(actor, { number });
      return;
    case 'edit':
      await editWording(actor, {
        number,
        revision,
        title: item.title,
        text: `${item.text} 그리고`,
        dueOn: longAgo,
      });
      return;
    case 'decline':
      await declineCommitment(actor, { number, revision, ...because });
      return;
    case 'withdraw':
      await withdrawCommitment(actor, { number, ...because });
      return;
    case 'claim':
      await claimCompletion(actor, { number, ...because, photoIds: [], amounts: [] });
      return;
    case 'confirm':
      await confirmCompletion(actor, { number });
      return;
    case 'dispute':
      await disputeCompletion(actor, { number, ...because });
      return;
    case 'fulfil':
      await fulfilCommitment(actor, { number });
      return;
    case 'miss':
      await missCommitment(actor, { number, ...because });
      return;
    case 'write':
      await writeCommitment(actor, { number, revision, text: '우리 몫', language: 'ko', grade: one.grade });
      return;
    case 'translate': {
      const field = one.field === 'title' ? 'title' : 'text';
      await addTranslation(actor, {
        subject: 'action_item',
        subjectId: item.id,
        field,
        revision,
        language: 'zh',
        text: one.text,
      });
    }
  }
}

/** What must be true after every deed, read from the tables and not from the product's own rules. */
async function holds(number: string): Promise<string> {
  const item = await db().actionItem.findUniqueOrThrow({
    where: { number },
    include: { commitments: { include: { steps: { where: { endedAt: null } } } } },
  });
  const wordingHash = await hashWording(item.id);
  for (const { role, state, steps } of item.commitments) {
    for (const step of steps) {
      expect(step.wordingHash).toBe(step.state === 'granted' ? wordingHash : null);
    }
    if (role === 'supporter' || !['agreed', 'underway', 'awaiting_confirmation', 'done'].includes(item.state))
      continue;
    expect(['accepted', 'fulfilled', 'not_fulfilled']).toContain(state);
    expect(steps.filter((step) => step.state === 'waiting' || step.state === 'returned')).toEqual([]);
  }
  return item.state;
}

async function neverLateAndWaiting(reader: Actor): Promise<void> {
  const late = await findActionItemList(reader, { late: '1' }, muchLater);
  const waiting = await findActionItemList(reader, { clearance: '1' }, muchLater);
  const lateNumbers = new Set(late.map((one) => one.number));
  expect(waiting.filter((one) => lateNumbers.has(one.number))).toEqual([]);
  expect(await countBoard(reader, {}, muchLater)).toMatchObject({
    late: late.length,
    clearance: waiting.length,
  });
  await planReminders(weeksLater);
  const jobs = await db().job.findMany({ where: { kind: reminderJob }, select: { payload: true } });
  const reminded = JSON.stringify(jobs);
  const ids = await db().commitment.findMany({
    where: { actionItem: { number: { in: waiting.map((one) => one.number) } } },
    select: { id: true },
  });
  expect(ids.filter(({ id }) => reminded.includes(id))).toEqual([]);
  everReminded = Math.max(everReminded, jobs.length);
}
