import { v7 as uuid } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '#app/db/client.server.ts';
import { anActor, anIncident } from '#tests/factories.ts';
import { createTestDatabase } from '#tests/world.ts';
import type { Actor } from '../actor.ts';
import { addObservation } from './add-observation.server.ts';
import { findSameIncidents, findSent } from './find-same-incidents.server.ts';
import { asObservation, reportInput } from './incident.ts';
import { markDuplicate } from './mark-duplicate.server.ts';
import { reportIncident } from './report-incident.server.ts';

createTestDatabase();

const seenAt = new Date('2026-10-20T03:00:00Z');
const daysLater = (days: number) => new Date(seenAt.getTime() + days * 24 * 3600 * 1000);
const here = { lat: 36.2, lon: 126.5, kind: 'floating_raft', seenAt } as const;
/** Metres to the north in degrees. */
const north = (metres: number) => ({ lat: here.lat + metres / 111_195, lon: here.lon });

let actor: Actor;
beforeAll(async () => {
  actor = await anActor();
});

const numbersFor = async (reader: Actor, asked: Parameters<typeof findSameIncidents>[1] = here) =>
  (await findSameIncidents(reader, asked)).map(({ number }) => number);
const aRaft = (overrides: Parameters<typeof anIncident>[0] = {}) => anIncident({ ...here, ...overrides });

/** A form as the page sends it, read by the verb's own schema. */
const aReport = (overrides: Record<string, unknown> = {}) =>
  reportInput.parse({
    clientKey: uuid(),
    title: '부유 쓰레기 뗏목',
    text: '어제와 같은 것으로 보입니다.',
    language: 'ko',
    kind: 'floating_raft',
    compartment: 'floating',
    seenAt: '2026-10-20T12:00',
    coordinates: '36.2, 126.5',
    ...overrides,
  });

describe('while reporting', () => {
  test('the same kind within 500 m and 14 days is shown, the nearest first, closed ones too', async () => {
    const far = await aRaft({ ...north(400), seenAt: daysLater(-13), status: 'resolved' });
    const near = await aRaft({ ...north(120), seenAt: daysLater(13) });
    await aRaft({ ...north(560) });
    await aRaft({ seenAt: daysLater(-15) });
    await aRaft({ kind: 'oil_tar' });
    const found = await findSameIncidents(actor, here);
    expect(found.map(({ number }) => number)).toEqual([near.number, far.number]);
    expect(found[0]?.distanceM).toBeCloseTo(120, 0);
    expect(found[1]?.status).toBe('resolved');
  });

  test('what the reporter may not see is not shown', async () => {
    const place = { ...here, lat: 35.1 };
    const hidden = await aRaft({ ...place, thread: { visibility: 'government' } });
    expect(await numbersFor(actor, place)).toEqual([hidden.number]);
    expect(await numbersFor(await anActor({ government: 'weihai' }), place)).toEqual([]);
  });

  test('a mass that drifted is found where it was seen last', async () => {
    const place = { ...here, lat: 35.4, lon: 125.9 };
    const drifted = await aRaft({ lat: 35.0, lon: 125.0, seenAt: daysLater(-30) });
    await addObservation(actor, { number: drifted.number, ...asObservation(aReport()), ...place });
    const [found] = await findSameIncidents(actor, place);
    expect(found).toMatchObject({ number: drifted.number, distanceM: 0, seenAt });
    await db().observation.updateMany({
      where: { incidentId: drifted.id },
      data: { withdrawnAt: new Date() },
    });
    expect(await numbersFor(actor, place)).toEqual([]);
  });

  test('for a duplicate stands the one that it repeats', async () => {
    const place = { ...here, lat: 34.7 };
    const original = await aRaft({ lat: 34.2, lon: 126 });
    const repeated = await aRaft(place);
    const reason = { text: '같은 건', language: 'ko' } as const;
    await markDuplicate(actor, { number: repeated.number, ofNumber: original.number, ...reason });
    expect(await numbersFor(actor, place)).toEqual([original.number]);
  });
});

describe('“this is the same”', () => {
  test('of one key there is a report or an observation, never both', async () => {
    const { number } = await aRaft({ lat: 34.0 });
    const report = aReport({ sameAs: number });
    expect(await findSent(actor, report.clientKey)).toBe(false);
    const both = await Promise.all([
      addObservation(actor, { number, ...asObservation(report) }),
      reportIncident(actor, report),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'key_reused' });
    expect(await findSent(actor, report.clientKey)).toBe(true);
    const { clientKey } = report;
    expect(
      (await db().incident.count({ where: { clientKey } })) +
        (await db().observation.count({ where: { clientKey } })),
    ).toBe(1);
  });

  test('a text that is too long for an observation is refused at its field, and fits a report', () => {
    const text = '길'.repeat(4001);
    const input = (sameAs?: string) =>
      reportInput.safeParse({
        ...aReport(),
        seenAt: '2026-10-20T12:00',
        coordinates: '36.2, 126.5',
        text,
        sameAs,
      });
    expect(input('none').success).toBe(true);
    expect(input().success).toBe(true);
    expect(input('2026-0001').error?.issues).toMatchObject([{ path: ['text'], message: 'too_long' }]);
  });

  test('named governments are asked for only where a thread is made', () => {
    const input = (sameAs: string) =>
      reportInput.safeParse({
        ...aReport(),
        seenAt: '2026-10-20T12:00',
        coordinates: '36.2, 126.5',
        visibility: 'bilateral',
        sameAs,
      }).success;
    expect(input('none')).toBe(false);
    expect(input('2026-0001')).toBe(true);
  });
});
