import { v7 as uuid } from 'uuid';
import { describe, expect, test } from 'vitest';
import { db } from '#app/db/client.server.ts';
import { anActor, anIncident } from '#tests/factories.ts';
import { createTestDatabase } from '#tests/world.ts';
import type { Actor } from '../actor.ts';
import { correctIncident } from '../incident/correct-incident.server.ts';
import { handOverIncident } from '../incident/hand-over-incident.server.ts';
import { type ReportInput, reportInput } from '../incident/incident.ts';
import { reportIncident } from '../incident/report-incident.server.ts';
import { changeArea } from './change-area.server.ts';
import { findWatch, findWatches } from './find-watches.server.ts';
import { stopWatching } from './stop-watching.server.ts';
import { watchArea } from './watch-area.server.ts';
import { mostAreas, type WatchInput, watchInput } from './watch.ts';

createTestDatabase();

const manripo = { lat: 36.7866, lon: 126.1435 };
const aCircle = (overrides: Partial<WatchInput> = {}): WatchInput => ({
  ...{ clientKey: uuid(), name: '', ...manripo, radiusM: 10_000, governmentId: null },
  ...overrides,
});
const waters = (governmentId: string) => aCircle({ lat: null, lon: null, radiusM: null, governmentId });

/** As the form of a report sends it. */
const aReport = (overrides: Partial<ReportInput> = {}): ReportInput => ({
  ...reportInput.parse({
    ...{ clientKey: uuid(), title: '부표', language: 'ko', kind: 'aquaculture_floats' },
    ...{ compartment: 'shoreline', seenAt: '2026-11-20T10:00', coordinates: '36.7866, 126.1435' },
  }),
  responsibleGovernmentId: 'taean',
  ...overrides,
});

const told = async ({ seatId }: Actor) =>
  (await db().notification.findMany({ where: { seatId } })).map(({ reason }) => reason);

test('a seat that watches a circle hears of a new incident in it, and of none outside', async () => {
  const reporter = await anActor();
  const [inside, outside] = [
    await anActor({ government: 'weihai' }),
    await anActor({ government: 'weihai' }),
  ];
  await watchArea(inside, aCircle({ lat: 36.85 }));
  await watchArea(outside, aCircle({ lat: 36.9 }));
  await reportIncident(reporter, aReport());
  expect(await told(inside)).toEqual(['incident_in_watched_area']);
  expect(await told(outside)).toEqual([]);
});

test('watching a province’s waters covers its cities and counties', async () => {
  const [province, other] = [
    await anActor({ government: 'weihai' }),
    await anActor({ government: 'weihai' }),
  ];
  await watchArea(province, waters('chungnam'));
  await watchArea(other, waters('boryeong'));
  await reportIncident(await anActor(), aReport());
  expect(await told(province)).toEqual(['incident_in_watched_area']);
  expect(await told(other)).toEqual([]);
});

test('a seat that watches twice and is responsible, too, is told once', async () => {
  const responsible = await anActor();
  await watchArea(responsible, aCircle());
  await watchArea(responsible, waters('taean'));
  await reportIncident(await anActor({ government: 'weihai' }), aReport());
  expect(await told(responsible)).toEqual(['incident_in_my_waters']);
});

test('nobody hears of what they may not see, nor of their own report', async () => {
  const [reporter, named, other] = [
    await anActor(),
    await anActor({ government: 'weihai' }),
    await anActor({ government: 'qingdao' }),
  ];
  for (const actor of [reporter, named, other]) await watchArea(actor, aCircle());
  await reportIncident(reporter, aReport({ visibility: 'bilateral', audience: ['weihai'] }));
  expect(await told(named)).toEqual(['incident_in_watched_area']);
  expect([await told(reporter), await told(other)]).toEqual([[], []]);
});

test('what is corrected or handed over into a watched area is new there, and told once', async () => {
  const [here, there] = [await anActor({ government: 'weihai' }), await anActor({ government: 'weihai' })];
  await watchArea(here, aCircle());
  await watchArea(there, aCircle({ lat: 36.3, lon: 126.51 }));
  const waiting = await anActor({ government: 'qingdao' });
  await watchArea(waiting, waters('boryeong'));
  await anActor({ government: 'boryeong' });
  const officer = await anActor();
  const { number, version, kind, compartment, hazard } = await anIncident();
  const findings = { number, kind, compartment, hazard, placeName: '' };
  const whole = { title: '부표', text: '', language: 'ko', seenAt: new Date(), amounts: [] } as const;
  const move = (lat: number, lon: number, by: number) =>
    correctIncident(officer, {
      ...{ ...findings, ...whole, amounts: [] },
      ...{ version: version + by, coordinates: { lat, lon } },
    });
  expect(await move(36.3, 126.51, 0)).toMatchObject({ ok: true });
  expect(await move(36.301, 126.51, 1)).toMatchObject({ ok: true });
  expect(await told(there)).toEqual(['incident_in_watched_area']);
  expect(await told(here)).toEqual([]);
  const reason = { text: '보령시 해안입니다.', language: 'ko' } as const;
  await handOverIncident(officer, { number, toGovernmentId: 'boryeong', ...reason });
  expect(await told(waiting)).toEqual(['incident_in_watched_area']);
  expect(await told(there)).toEqual(['incident_in_watched_area']);
});

describe('the list of a seat', () => {
  test('an area is kept once, however often it is sent, even at once', async () => {
    const actor = await anActor();
    const input = aCircle({ name: '신두리' });
    const both = await Promise.all([watchArea(actor, input), watchArea(actor, input)]);
    expect(both[0]).toEqual(both[1]);
    expect(await findWatches(actor)).toMatchObject([{ name: '신두리', radiusM: 10_000 }]);
  });

  test('is changed and shortened by the seat alone', async () => {
    const [actor, other] = [await anActor(), await anActor()];
    const made = await watchArea(actor, aCircle());
    if (!made.ok) throw new Error(made.reason);
    const { id } = made.value;
    const next = { ...waters('weihai'), id, name: '웨이하이' };
    expect(await changeArea(other, next)).toEqual({ ok: false, reason: 'not_found' });
    expect(await findWatch(other, id)).toBeNull();
    await stopWatching(other, { id });
    expect(await changeArea(actor, next)).toMatchObject({ ok: true });
    expect(await findWatches(actor)).toMatchObject([{ lat: null, government: { id: 'weihai' } }]);
    expect(await changeArea(actor, { ...next, governmentId: 'atlantis' })).toMatchObject({
      reason: 'government_not_found',
    });
    await stopWatching(actor, { id });
    expect(await findWatches(actor)).toEqual([]);
  });

  test('has an end', async () => {
    const actor = await anActor();
    for (let count = 0; count < mostAreas; count += 1) await watchArea(actor, aCircle());
    expect(await watchArea(actor, aCircle())).toEqual({ ok: false, reason: 'too_many_areas' });
  });
});

test('a form without a centre, a radius or a government says which is missing', () => {
  const faults = (input: object) =>
    watchInput
      .safeParse({ clientKey: uuid(), ...input })
      .error?.issues.map(({ path, message }) => [...path, message]);
  expect(faults({ area: 'circle', radiusKm: 999 })).toEqual([
    ['coordinates', 'required'],
    ['radiusKm', 'number_too_big'],
  ]);
  expect(faults({ area: 'waters' })).toEqual([['governmentId', 'choose_one']]);
  expect(faults({ area: 'circle', coordinates: '36.7866, 126.1435', radiusKm: 5 })).toBeUndefined();
});
