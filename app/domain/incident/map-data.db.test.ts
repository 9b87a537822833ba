import { v7 as uuid } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '#app/db/client.server.ts';
import { type AmountUnit, type Incident, Visibility } from '#prisma/generated/client.ts';
import { anActor, anIncident } from '#tests/factories.ts';
import { createTestDatabase } from '#tests/world.ts';
import type { Reader } from '../actor.ts';
import { type IncidentFilters, noFilters } from './filters.ts';
import { findDrifts } from './find-drifts.server.ts';
import { findWeights } from './find-weights.server.ts';
import { shownPlace } from './place.ts';
import { summarizeIncidents } from './summarize-incidents.server.ts';

createTestDatabase();

/** Weights are powers of ten by visibility: a sum shows whose incidents are in it. */
const kgOf = { public: 1, network: 10, bilateral: 100, government: 1000 } satisfies Record<
  Visibility,
  number
>;
const readers = new Map<string, Reader>([['a guest', null]]);
const seenBy = new Map<string, Visibility[]>([
  ['a guest', ['public']],
  ['taean', ['public', 'network', 'bilateral', 'government']],
  ['weihai', ['public', 'network', 'bilateral']],
  ['qingdao', ['public', 'network']],
]);
let coarse: Incident;

async function amount(incidentId: string, value: number, unit: AmountUnit): Promise<void> {
  await db().amount.create({
    data: { id: uuid(), incidentId, position: 0, item: 'rope', value, unit, method: 'measured' },
  });
}

beforeAll(async () => {
  for (const government of ['taean', 'weihai', 'qingdao'])
    readers.set(government, await anActor({ government }));
  for (const visibility of Object.values(Visibility)) {
    const thread = { visibility, audience: visibility === 'bilateral' ? ['weihai'] : [] };
    const place = { lat: 36, lon: 124 };
    const first = await anIncident({ thread, ...place, seenAt: new Date('2026-03-10T00:00:00Z') });
    await amount(first.id, kgOf[visibility], 'kg');
    // The same mass a week later, 45 km on; its weight is not counted again.
    const again = await anIncident({
      thread,
      lat: 36.2,
      lon: 124.4,
      title: `Again ${visibility}`,
      status: 'duplicate',
      duplicateOfId: first.id,
      seenAt: new Date('2026-03-17T00:00:00Z'),
    });
    await amount(again.id, 5000, 'kg');
    await amount((await anIncident({ thread, lat: 37, lon: 125 })).id, 12, 'sacks');
    // A public original whose duplicate is this much a secret.
    const original = await anIncident({
      lat: 34,
      lon: 123,
      kind: 'floating_raft',
      thread: { visibility: 'public' },
    });
    await anIncident({
      thread,
      lat: 34.5,
      lon: 123.5,
      kind: 'floating_raft',
      status: 'duplicate',
      duplicateOfId: original.id,
      seenAt: new Date('2026-04-01T00:00:00Z'),
    });
  }
  coarse = await anIncident({
    thread: { visibility: 'public' },
    lat: 36.4199,
    lon: 126.1199,
    coarseForPublic: true,
    kind: 'oil_tar',
    seenAt: new Date('2026-03-10T00:00:00Z'),
  });
  await amount(coarse.id, 2, 't');
  await db().observation.create({
    data: {
      id: uuid(),
      incidentId: coarse.id,
      seenAt: new Date('2026-03-12T00:00:00Z'),
      lat: 36.5123,
      lon: 126.2345,
      note: '',
      language: 'ko',
      governmentId: 'taean',
    },
  });
});

describe('the heat map', () => {
  const filters: [string, Partial<IncidentFilters>][] = [
    ['nothing', {}],
    ['a kind', { kind: ['oil_tar'] }],
    ['days', { from: '2026-03-01', to: '2026-03-12' }],
    ['a county', { government: 'taean' }],
  ];
  describe.each([...seenBy])('for %s', (name, visibilities) => {
    const reader = () => readers.get(name) ?? null;

    test.each(filters)('filtered by %s, weighs what the figures weigh', async (_, some) => {
      const cells = await findWeights(reader(), { ...noFilters, ...some });
      const { all } = await summarizeIncidents(reader(), { ...noFilters, ...some });
      expect(cells.reduce((sum, { kg }) => sum + kg, 0)).toBeCloseTo(all.kg);
      expect(cells.reduce((sum, { weighed }) => sum + weighed, 0)).toBe(all.weighed);
    });

    test('holds nobody’s weight who may not be seen', async () => {
      const cells = await findWeights(reader(), { ...noFilters, kind: ['aquaculture_floats'] });
      expect(cells.reduce((sum, { kg }) => sum + kg, 0)).toBe(
        visibilities.reduce((sum, visibility) => sum + kgOf[visibility], 0),
      );
      expect(cells.reduce((sum, { unweighed }) => sum + unweighed, 0)).toBe(visibilities.length);
    });
  });

  test('puts a coarse incident where guests see it', async () => {
    const [cell] = await findWeights(null, { ...noFilters, kind: ['oil_tar'] });
    const place = shownPlace(null, coarse);
    expect(cell?.lat).toBeCloseTo((Math.floor(place.lat * 50) + 0.5) / 50);
    expect(cell?.lon).toBeCloseTo((Math.floor(place.lon * 50) + 0.5) / 50);
    const [exact] = await findWeights(readers.get('taean') ?? null, { ...noFilters, kind: ['oil_tar'] });
    expect(exact?.lon).toBeCloseTo(126.11);
  });
});

describe('the ways of drifting masses', () => {
  test.each([...seenBy])('for %s lead only through what may be seen', async (name, visibilities) => {
    const drifts = await findDrifts(readers.get(name) ?? null, {
      ...noFilters,
      kind: ['aquaculture_floats', 'floating_raft'],
    });
    // One way for each visible pair, and each public original whose duplicate may be seen.
    expect(drifts.length).toBe(visibilities.length * 2);
    for (const { sightings } of drifts) expect(sightings.length).toBe(2);
  });

  test('of a coarse incident are coarse for guests, observations too', async () => {
    const [drift] = await findDrifts(null, { ...noFilters, kind: ['oil_tar'] });
    expect(drift?.sightings.map(({ lat }) => lat)).toEqual([
      shownPlace(null, coarse).lat,
      shownPlace(null, { lat: 36.5123, lon: 126.2345, coarseForPublic: true }).lat,
    ]);
    const [exact] = await findDrifts(readers.get('qingdao') ?? null, { ...noFilters, kind: ['oil_tar'] });
    expect(exact?.sightings.map(({ lat }) => lat)).toEqual([36.4199, 36.5123]);
  });

  test('follow the filters at either end', async () => {
    const reader = readers.get('qingdao') ?? null;
    const late = await findDrifts(reader, { ...noFilters, from: '2026-03-15', to: '2026-03-20' });
    expect(late.length).toBe(2);
    expect(await findDrifts(reader, { ...noFilters, from: '2020-01-01', to: '2020-02-01' })).toEqual([]);
  });
});
