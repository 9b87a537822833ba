import { v7 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import { db } from '#app/db/client.server.ts';
import { anActor, anIncident } from '#tests/factories.ts';
import { createTestDatabase } from '#tests/world.ts';
import { readSnapshot } from '../thread/find-entries.server.ts';
import { addObservation } from './add-observation.server.ts';
import { findIncidentPage } from './find-incident-page.server.ts';
import { markDuplicate } from './mark-duplicate.server.ts';
import { reopenIncident } from './reopen-incident.server.ts';

createTestDatabase();

const reason = { text: '같은 부표입니다.', language: 'ko' } as const;
const amounts = (value: number) => [{ item: 'foam_buoy', value, unit: 'items', method: 'measured' } as const];

/** An incident with one amount. */
async function counted(value: number, overrides: Parameters<typeof anIncident>[0] = {}) {
  const incident = await anIncident(overrides);
  await db().amount.create({
    data: {
      ...{ id: uuid(), incidentId: incident.id, position: 0 },
      ...{ item: 'foam_buoy', value, unit: 'items', method: 'measured' },
    },
  });
  return incident;
}

test('what a duplicate says shows with the one that stays, linked both ways, and goes again when it is reopened', async () => {
  const [officer, neighbour] = [await anActor(), await anActor({ government: 'weihai' })];
  const [main, twin] = [await counted(60), await counted(40, { text: '같은 자리', lat: 36.7901 })];
  const seen = { clientKey: uuid(), seenAt: new Date(), lat: 36.79, lon: 126.14, photoIds: [] };
  const note = { text: '줄었습니다.', language: 'ko' } as const;
  await addObservation(neighbour, { number: twin.number, ...seen, ...note, amounts: amounts(15) });
  await markDuplicate(officer, { number: twin.number, ofNumber: main.number, ...reason });

  const page = await findIncidentPage(neighbour, main.number);
  expect(page?.duplicateNumbers).toEqual([twin.number]);
  expect(page?.joined).toMatchObject([
    { number: twin.number, note: '같은 자리', lat: 36.7901, amounts: [{ value: 40 }] },
    { number: twin.number, note: '줄었습니다.', amounts: [{ value: 15 }], government: { id: 'weihai' } },
  ]);
  expect((await findIncidentPage(officer, twin.number))?.duplicateOfNumber).toBe(main.number);

  await reopenIncident(officer, { number: twin.number, ...reason });
  expect(await findIncidentPage(officer, main.number)).toMatchObject({ duplicateNumbers: [], joined: [] });
  expect(await findIncidentPage(officer, twin.number)).toMatchObject({
    duplicateOfNumber: null,
    status: 'reported',
    amounts: [{ value: 40 }],
    observations: [{ note: '줄었습니다.' }],
  });
});

test('neither chains nor circles: what was joined to a duplicate is joined to the one that stays', async () => {
  const officer = await anActor();
  const [main, middle, last] = [await anIncident(), await anIncident(), await anIncident()];
  const join = (number: string, ofNumber: string) => markDuplicate(officer, { number, ofNumber, ...reason });
  await join(last.number, middle.number);
  await join(middle.number, main.number);
  const page = await findIncidentPage(officer, main.number);
  expect(page?.duplicateNumbers.toSorted()).toEqual([middle.number, last.number].toSorted());
  expect((await findIncidentPage(officer, middle.number))?.duplicateNumbers).toEqual([]);
  expect(await join(main.number, last.number)).toEqual({ ok: false, reason: 'duplicate_of_itself' });
});

test('a reader sees of the duplicates only those that are for them', async () => {
  const officer = await anActor();
  const outsider = await anActor({ government: 'qingdao' });
  const main = await anIncident({ thread: { visibility: 'public' } });
  const hidden = await counted(40, { thread: { visibility: 'government' } });
  await markDuplicate(officer, { number: hidden.number, ofNumber: main.number, ...reason });
  for (const reader of [outsider, null]) {
    const page = await findIncidentPage(reader, main.number);
    expect(page).toMatchObject({ duplicateNumbers: [], joined: [] });
  }
});

test('for a guest a coarse place stays coarse, whichever of the two it belongs to', async () => {
  const officer = await anActor();
  for (const [coarse, twinIsCoarse] of [
    [true, false],
    [false, true],
  ] as const) {
    const thread = { visibility: 'public' } as const;
    const main = await anIncident({ coarseForPublic: coarse, thread });
    const twin = await anIncident({ coarseForPublic: twinIsCoarse, thread, lat: 36.7877, text: '북쪽 끝' });
    await markDuplicate(officer, { number: twin.number, ofNumber: main.number, ...reason });
    const page = await findIncidentPage(null, main.number);
    expect(page?.joined).toHaveLength(1);
    const said = JSON.stringify(page?.joined);
    for (const trace of ['36.7877', '126.1435', '북쪽']) expect(said).not.toContain(trace);
  }
});

test('who is responsible for the one that stays hears that it has a duplicate', async () => {
  const [secretariat, responsible] = [
    await anActor({ government: 'chungnam', role: 'secretariat' }),
    await anActor({ government: 'boryeong' }),
  ];
  const [main, twin] = [await anIncident({ responsibleGovernmentId: 'boryeong' }), await anIncident()];
  await markDuplicate(secretariat, { number: twin.number, ofNumber: main.number, ...reason });
  expect(await db().notification.count({ where: { seatId: responsible.seatId } })).toBe(1);
});

test('both threads say that they were joined and parted, with a number each', async () => {
  const officer = await anActor();
  const responsible = await anActor({ government: 'boryeong' });
  const [main, twin] = [await anIncident({ responsibleGovernmentId: 'boryeong' }), await anIncident()];
  await markDuplicate(officer, { number: twin.number, ofNumber: main.number, ...reason });
  await reopenIncident(officer, { number: twin.number, ...reason });
  for (const reader of [officer, responsible]) {
    const told = (await readSnapshot(reader, main.threadId))?.entries.slice(1);
    expect(told).toMatchObject([
      { seq: 2, type: 'duplicate_joined', payload: { number: twin.number } },
      { seq: 3, type: 'duplicate_parted', payload: { number: twin.number } },
    ]);
    const own = (await readSnapshot(reader, twin.threadId))?.entries.map(({ type }) => type);
    expect(own).toEqual(['incident_reported', 'incident_marked_duplicate', 'incident_reopened']);
  }
});

test('what goes along with a duplicate is joined to the one that stays, too', async () => {
  const officer = await anActor();
  const [main, middle, last] = [await anIncident(), await anIncident(), await anIncident()];
  await markDuplicate(officer, { number: last.number, ofNumber: middle.number, ...reason });
  await markDuplicate(officer, { number: middle.number, ofNumber: main.number, ...reason });
  const told = (await readSnapshot(officer, main.threadId))?.entries.slice(1);
  expect(told?.map((entry) => entry.type !== 'hidden' && entry.payload)).toEqual([
    { number: middle.number },
    { number: last.number },
  ]);
});

test('who may not see the duplicate does not read its number in the thread of the one that stays', async () => {
  const officer = await anActor();
  const outsider = await anActor({ government: 'qingdao' });
  for (const [original, duplicate, sees] of [
    ['public', 'government', [true, false, false]],
    ['network', 'network', [true, true, false]],
    ['public', 'network', [true, true, false]],
    ['public', 'public', [true, true, false]],
  ] as const) {
    const main = await anIncident({ thread: { visibility: original } });
    const twin = await anIncident({ thread: { visibility: duplicate } });
    await markDuplicate(officer, { number: twin.number, ofNumber: main.number, ...reason });
    const told = [officer, outsider, null].map((reader) => readSnapshot(reader, main.threadId));
    const said = (await Promise.all(told)).map((snapshot) => JSON.stringify(snapshot).includes(twin.number));
    expect([original, duplicate, said]).toEqual([original, duplicate, sees]);
  }
});
