import { v7 as uuid } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '#app/db/client.server.ts';
import { type AmountUnit, Visibility } from '#prisma/generated/enums.ts';
import { anActor, anIncident } from '#tests/factories.ts';
import { createTestDatabase } from '#tests/world.ts';
import type { Reader } from '../actor.ts';
import { type IncidentFilters, noFilters } from './filters.ts';
import { findIncidents } from './find-incidents.server.ts';
import { summarizeIncidents } from './summarize-incidents.server.ts';

createTestDatabase();

/** Weights are powers of ten by visibility: a sum shows whose incidents are in it. */
const kgOf = { public: 1, network: 10, bilateral: 100, government: 1000 } satisfies Record<
  Visibility,
  number
>;
const readers = new Map<string, Reader>([['a guest', null]]);

const filters: [string, Partial<IncidentFilters>][] = [
  ['nothing', {}],
  ['a kind', { kind: ['oil_tar'] }],
  ['two states', { status: ['reported', 'resolved'] }],
  ['the water', { compartment: ['floating'] }],
  ['hazards', { hazard: true }],
  ['a material', { material: ['plastic', 'metal'] }],
  ['a material that nobody has', { material: ['glass_ceramics'] }],
  ['a province', { government: 'chungnam' }],
  ['a county', { government: 'boryeong' }],
  ['days of Korea', { from: '2026-03-01', to: '2026-03-31' }],
  ['the last week', { period: 'week' }],
  ['words', { q: 'tar' }],
  ['a place that the public may know coarsely', { q: 'Hidden cove' }],
  ['a sign of the database’s patterns', { q: '50%' }],
];

async function amount(incidentId: string, item: string, value: number, unit: AmountUnit): Promise<void> {
  await db().amount.create({
    data: { id: uuid(), incidentId, position: 0, item, value, unit, method: 'measured' },
  });
}

beforeAll(async () => {
  for (const government of ['taean', 'weihai', 'qingdao'])
    readers.set(government, await anActor({ government }));
  for (const visibility of Object.values(Visibility)) {
    const thread = { visibility, audience: visibility === 'bilateral' ? ['weihai'] : [] };
    const { id } = await anIncident({ thread, seenAt: new Date('2026-03-10T00:00:00Z') });
    await amount(id, 'rope', kgOf[visibility], 'kg');
    await anIncident({
      thread,
      kind: 'oil_tar',
      hazard: 'urgent',
      status: 'resolved',
      compartment: 'floating',
      title: 'Tar balls, 50% of the beach',
      responsibleGovernmentId: 'boryeong',
      // Still the last of February in London, already March in Korea.
      seenAt: new Date('2026-02-28T16:00:00Z'),
    });
    await anIncident({
      thread,
      placeName: 'Hidden cove',
      coarseForPublic: true,
      responsibleGovernmentId: 'weihai',
      lat: 37.4,
      lon: 122.4,
    });
  }
});

describe.each(['a guest', 'taean', 'weihai', 'qingdao'])('%s', (name) => {
  test.each(filters)('reads the sum of the list when looking for %s', async (_, some) => {
    const asked = { ...noFilters, ...some };
    const reader = readers.get(name) ?? null;
    const { count, incidents } = await findIncidents(reader, asked);
    const summary = await summarizeIncidents(reader, asked);
    expect(summary.all.count).toBe(count);
    expect(summary.all.open).toBe(incidents.filter(({ status }) => status === 'reported').length);
    for (const side of ['month', 'kind', 'status', 'government'] as const)
      expect(summary[side].reduce((sum, one) => sum + one.count, 0)).toBe(count);
  });

  test('is told the weight of what it may see and of nothing else', async () => {
    const expected = { 'a guest': 1, qingdao: 11, weihai: 111, taean: 1111 }[name];
    const { all, material, government } = await summarizeIncidents(readers.get(name) ?? null, noFilters);
    expect(all.kg).toBe(expected);
    expect(material).toMatchObject([{ key: 'plastic', kg: expected }]);
    expect(government.find(({ key }) => key === 'taean')?.kg).toBe(expected);
  });

  test('counts in a part of the chart what it sees lying there', async () => {
    const reader = readers.get(name) ?? null;
    const { incidents } = await findIncidents(reader, noFilters);
    for (const { lat, lon } of incidents) {
      const box = { west: lon - 0.002, south: lat - 0.002, east: lon + 0.001, north: lat + 0.003 };
      const inside = incidents.filter(
        (one) => one.lat >= box.south && one.lat <= box.north && one.lon >= box.west && one.lon <= box.east,
      );
      expect(inside.length).toBeGreaterThan(0);
      expect((await summarizeIncidents(reader, noFilters, box)).all.count).toBe(inside.length);
    }
  });
});

test('months are those of the coast, not of the server', async () => {
  const { month } = await summarizeIncidents(null, { ...noFilters, to: '2026-06-30' });
  expect(month).toEqual([{ key: '2026-03', count: 2, open: 1, kg: 1, weighed: 1 }]);
});

test('what nobody weighed is not guessed, and a duplicate is not weighed twice', async () => {
  const day = { ...noFilters, from: '2019-05-01', to: '2019-05-31' };
  const seenAt = new Date('2019-05-10T00:00:00Z');
  const thread = { visibility: 'public' as const };
  const shore = await anIncident({ thread, seenAt, shoreLengthM: 250 });
  await amount(shore.id, 'foam_buoy', 8, 'kg_per_100m');
  await amount(shore.id, 'rope', 2, 't');
  const unknownShore = await anIncident({ thread, seenAt });
  await amount(unknownShore.id, 'foam_buoy', 8, 'kg_per_100m');
  await amount(unknownShore.id, 'foam_buoy', 40, 'sacks');
  const copy = await anIncident({ thread, seenAt, status: 'duplicate' });
  await amount(copy.id, 'rope', 2, 't');

  const { all, material, status } = await summarizeIncidents(null, day);
  expect(all).toEqual({ count: 3, open: 2, kg: 2020, weighed: 1 });
  expect(material).toEqual([
    { key: 'styrene_foam', count: 2, open: 2, kg: 20, weighed: 1 },
    { key: 'plastic', count: 2, open: 1, kg: 2000, weighed: 1 },
  ]);
  expect(status.map(({ key, count }) => [key, count])).toEqual([
    ['reported', 2],
    ['duplicate', 1],
  ]);
});

test('nothing found is zero, not an error', async () => {
  expect(await summarizeIncidents(null, { ...noFilters, q: 'no such words' })).toEqual({
    all: { count: 0, open: 0, kg: 0, weighed: 0 },
    ...{ month: [], kind: [], material: [], status: [], government: [] },
  });
});

test('a guest finds a coarse place by no part of the chart, however small', async () => {
  const spot = { west: 122.3999, south: 37.3999, east: 122.4001, north: 37.4001 };
  expect((await summarizeIncidents(readers.get('weihai') ?? null, noFilters, spot)).all.count).toBe(3);
  expect((await summarizeIncidents(null, noFilters, spot)).all.count).toBe(0);
});
