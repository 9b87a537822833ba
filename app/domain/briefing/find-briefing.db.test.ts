import { v7 as uuid } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '#app/db/client.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import type { Visibility } from '#prisma/generated/enums.ts';
import { anActor, anIncident, aSeat, aThread } from '#tests/factories.ts';
import { createTestDatabase } from '#tests/world.ts';
import { findActionItemList } from '../action-item/find-action-items.server.ts';
import type { Actor, Reader } from '../actor.ts';
import { proposeDecision } from '../decision/propose-decision.server.ts';
import { noFilters } from '../incident/filters.ts';
import { findIncidents } from '../incident/find-incidents.server.ts';
import { type BriefingPaper, mapMarks, promiseGroups, questionKinds } from './briefing.ts';
import { findBriefing } from './find-briefing.server.ts';

createTestDatabase();

const now = new Date('2026-11-20T03:00:00Z');
const ask = { government: 'taean', from: '2026-09-01', to: '2026-11-30' };
const visibilities = ['government', 'bilateral', 'network', 'public'] as const satisfies Visibility[];
const day = (text: string) => new Date(`${text}T00:00:00Z`);

let numbers = 100;
/** An item that Taean leads with Weihai. */
async function anItem(
  {
    visibility = 'network',
    ...item
  }: Partial<Prisma.ActionItemUncheckedCreateInput> & {
    visibility?: Visibility;
  },
  commitment: Partial<Prisma.CommitmentUncheckedCreateInput> = {},
): Promise<string> {
  const { id: threadId } = await aThread({
    subject: 'action_item',
    visibility,
    audience: visibility === 'bilateral' ? ['weihai'] : [],
  });
  const proposer = await aSeat();
  const number = `A-${(numbers += 1)}`;
  const common = { title: '폐어망 회수', text: '함께 회수한다.', language: 'ko' as const };
  const made = await db().actionItem.create({
    data: {
      ...{ id: uuid(), number, threadId, proposerSeatId: proposer.id, ...common, ...item },
      commitments: {
        create: [
          { governmentId: 'taean', role: 'lead', state: 'accepted', ...commitment },
          { governmentId: 'weihai', role: 'partner', state: 'accepted' },
        ],
      },
    },
  });
  return made.number;
}

const numbersOf = (rows: readonly { number: string | null }[]) => rows.map(({ number }) => number);

async function paperFor(reader: Reader, more: Partial<typeof ask> = {}): Promise<BriefingPaper> {
  const paper = await findBriefing(reader, { ...ask, ...more }, { now });
  if (!paper) throw new Error('no paper');
  return paper;
}

describe('what was promised', () => {
  let officer: Actor;
  beforeAll(async () => {
    officer = await anActor({ government: 'taean' });
  });

  test('stands under late, waiting for clearance, under way, done and dropped, with owner, date and reason', async () => {
    const late = await anItem({ state: 'underway', dueOn: day('2026-11-10') });
    const onTrack = await anItem({ state: 'underway', dueOn: day('2026-12-10') });
    const done = await anItem({
      state: 'done',
      dueOn: day('2026-10-10'),
      confirmedAt: new Date('2026-10-09T01:00:00Z'),
    });
    const doneBefore = await anItem({ state: 'done', confirmedAt: new Date('2026-05-09T01:00:00Z') });
    const waiting = await anItem({ state: 'proposed', dueOn: day('2026-11-01') });
    const { commitments } = await db().actionItem.findUniqueOrThrow({
      where: { number: waiting },
      select: { commitments: { where: { governmentId: 'weihai' }, select: { id: true } } },
    });
    await db().clearanceStep.create({
      data: {
        ...{ id: uuid(), commitmentId: commitments[0]?.id ?? '', position: 0, note: '비밀' },
        ...{ authorityKo: '외사판공실', authorityZh: '外事办公室', authorityEn: 'Foreign affairs office' },
        ...{ askedOn: day('2026-10-01'), expectedOn: day('2026-12-01') },
      },
    });
    const dropped = await anItem({ state: 'dropped' });
    const { threadId } = await db().actionItem.findUniqueOrThrow({ where: { number: dropped } });
    const reason = { text: '예산이 줄었다', language: 'ko' };
    await db().event.create({
      data: {
        ...{ threadId, seq: 1, type: 'action_item_dropped', payload: { reason } },
        ...{ governmentId: 'taean', at: new Date('2026-11-02T00:00:00Z') },
      },
    });
    const missed = await anItem(
      { state: 'underway' },
      { state: 'not_fulfilled', reason: '배가 고장 났다', reasonLanguage: 'ko' },
    );

    const { promises } = await paperFor(officer);
    expect(numbersOf(promises.late)).toEqual([late]);
    expect(numbersOf(promises.on_track)).toEqual([onTrack, missed]);
    expect(promises.done).toMatchObject([{ number: done, onTime: true, dueOn: day('2026-10-10') }]);
    expect(numbersOf(promises.done)).not.toContain(doneBefore);
    expect(promises.clearance).toMatchObject([
      {
        number: waiting,
        waitsFor: [{ government: { id: 'weihai' }, step: 1, of: 1, authorityEn: 'Foreign affairs office' }],
      },
    ]);
    expect(promises.dropped).toMatchObject([{ number: dropped, reasons: [{ text: '예산이 줄었다' }] }]);
    expect(promises.on_track[1]?.reasons).toMatchObject([{ text: '배가 고장 났다' }]);
    expect(promises.late[0]?.owners.map(({ id }) => id)).toEqual(['taean']);
    expect(JSON.stringify(promises)).not.toContain('비밀');

    const earlier = await paperFor(officer, { from: '2026-05-01', to: '2026-05-31' });
    expect(numbersOf(earlier.promises.done)).toEqual([doneBefore]);
    expect(earlier.promises.dropped).toEqual([]);
  });

  test('waits to be decided by whom it waits for', async () => {
    const weihai = await anActor({ government: 'weihai' });
    const answer = await anItem({ state: 'proposed' }, { state: 'proposed' });
    const confirmation = await anItem({ state: 'awaiting_confirmation', claimedByGovernmentId: 'weihai' });
    const topic = await aThread();
    const proposed = await proposeDecision(weihai, {
      threadId: topic.id,
      clientKey: uuid(),
      language: 'zh',
      body: '四月十八日同日清滩，请表态。\n其余内容',
      options: [],
      governments: ['taean'],
      deadline: new Date('2099-01-01T00:00:00Z'),
    });
    expect(proposed.ok).toBe(true);
    const { questions } = await paperFor(officer);
    expect(numbersOf(questions.answer)).toEqual([answer]);
    expect(numbersOf(questions.confirmation)).toEqual([confirmation]);
    expect(questions.decision).toMatchObject([
      { text: { text: '四月十八日同日清滩，请表态。', language: 'zh' }, governments: [{ id: 'taean' }] },
    ]);
    expect((await paperFor(officer, { government: 'weihai' })).questions.decision).toEqual([]);
  });
});

describe('who reads it', () => {
  const incidents = new Map<Visibility, string>();
  const items = new Map<Visibility, string>();
  let readers: Record<string, Reader>;
  const at = {
    ...{ reporterGovernmentId: 'ganghwa', responsibleGovernmentId: 'ganghwa' },
    seenAt: new Date('2026-10-05T03:00:00Z'),
  };
  beforeAll(async () => {
    readers = {
      owner: await anActor({ government: 'taean', role: 'head' }),
      named: await anActor({ government: 'weihai' }),
      other: await anActor({ government: 'qingdao' }),
      secretariat: await anActor({ government: 'qingdao', role: 'secretariat' }),
      observer: await anActor({ government: 'gunsan', role: 'observer' }),
      guest: null,
    };
    for (const visibility of visibilities) {
      const audience = visibility === 'bilateral' ? ['weihai'] : [];
      const thread = { visibility, audience, ownerGovernmentId: 'taean' };
      const incident = await anIncident({ ...at, thread, coarseForPublic: visibility === 'public' });
      incidents.set(visibility, incident.number);
      items.set(visibility, await anItem({ state: 'underway', visibility, dueOn: day('2027-01-01') }));
    }
  });

  const seen = {
    owner: visibilities,
    named: ['bilateral', 'network', 'public'],
    other: ['network', 'public'],
    secretariat: ['network', 'public'],
    observer: ['network', 'public'],
    guest: ['public'],
  } as const satisfies Record<string, readonly Visibility[]>;

  test.each(Object.entries(seen))(
    '%s finds in it what the lists show, and nothing else',
    async (who, may) => {
      const reader = readers[who] ?? null;
      const coast = await paperFor(reader, { government: 'ganghwa' });
      const expected = may.map((visibility) => incidents.get(visibility));
      expect(new Set(numbersOf(coast.incidents.listed))).toEqual(new Set(expected));
      expect(coast.figures.incidents.count).toBe(may.length);
      expect(mapMarks(coast)).toHaveLength(may.length);
      const { from, to } = ask;
      const list = await findIncidents(reader, { ...noFilters, government: 'ganghwa', from, to });
      expect(new Set(numbersOf(list.incidents))).toEqual(new Set(numbersOf(coast.incidents.listed)));

      const paper = await paperFor(reader);
      const told = promiseGroups.flatMap((group) => numbersOf(paper.promises[group]));
      for (const visibility of visibilities)
        expect(told.includes(items.get(visibility) ?? '')).toBe(may.some((one) => one === visibility));
      if (reader) {
        const listed = numbersOf(await findActionItemList(reader, { counterpart: 'taean' }, now));
        for (const number of told) expect(listed).toContain(number);
      }
      const all = JSON.stringify([paper, coast]);
      for (const visibility of visibilities)
        if (!may.some((one) => one === visibility)) expect(all).not.toContain(items.get(visibility));
    },
  );

  test('a guest gets the middle of the cell of a coarse place, no clearance, and no question among members', async () => {
    const guest = await paperFor(null, { government: 'ganghwa' });
    expect(guest.incidents.listed[0]).not.toMatchObject({ lat: 36.7866 });
    const own = await paperFor(null);
    expect(own.promises.clearance).toEqual([]);
    for (const kind of questionKinds) expect(own.questions[kind]).toEqual([]);
  });
});

test('a government with nothing gives an empty paper, one that is none gives none', async () => {
  const reader = await anActor({ government: 'taean' });
  const paper = await paperFor(reader, { government: 'xiamen' });
  expect(paper.figures.incidents.count).toBe(0);
  for (const group of promiseGroups) expect(paper.promises[group]).toEqual([]);
  expect(mapMarks(paper)).toEqual([]);
  expect(await findBriefing(reader, { ...ask, government: 'atlantis' }, { now })).toBeNull();
});
