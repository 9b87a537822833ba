import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { db } from '#app/db/client.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import { Hazard, IncidentKind, IncidentStatus, Visibility } from '#prisma/generated/enums.ts';
import type { Reader } from '../actor.ts';
import { aGovernment, anActor, anIncident } from '#tests/factories.ts';
import { readerNames, readerOf } from '#tests/readers.ts';
import { readMapTile, tilesOver } from '#tests/read-map-tile.ts';
import { createTestDatabase } from '#tests/world.ts';
import { confirmIncident } from './confirm-incident.server.ts';
import { decidePublicity } from './decide-publicity.server.ts';
import { type IncidentFilters, noFilters } from './filters.ts';
import { countIncidents, findIncidents } from './find-incidents.server.ts';
import { findMapCluster, findMapNews, findMapTile, findPointsByNumber } from './find-map-tiles.server.ts';
import { mapIndexes } from './map-index.server.ts';
import { tileShape } from './map-tile.ts';

createTestDatabase();

const places = Array.from({ length: 12 }, (_, at) => ({
  lat: 36.2 + ((at * 7) % 12) * 0.07,
  lon: 125.9 + (at % 5) * 0.05,
}));
const made = new Map<Visibility, string[]>();

beforeAll(async () => {
  await aGovernment({ id: 'taean' });
  let at = 0;
  const amounts: Prisma.AmountCreateManyInput[] = [];
  for (const visibility of Object.values(Visibility)) {
    const numbers: string[] = [];
    for (const place of places) {
      at += 1;
      const { id, number } = await anIncident({
        ...place,
        kind: pick(Object.values(IncidentKind), at),
        status: pick(Object.values(IncidentStatus), at),
        hazard: pick(Object.values(Hazard), at),
        seenAt: new Date(Date.now() - at * 3 * 86_400_000),
        title: at % 4 === 0 ? '기름띠' : '스티로폼 부표',
        responsibleGovernmentId: at % 3 === 0 ? 'weihai' : 'taean',
        coarseForPublic: at % 2 === 0,
        thread: { visibility, audience: visibility === 'bilateral' ? ['weihai'] : [] },
      });
      amounts.push({
        ...{ id: uuid(), incidentId: id, position: 0, value: 3, unit: 'items', method: 'measured' },
        item: at % 2 === 0 ? 'foam_buoy' : 'drum',
      });
      numbers.push(number);
    }
    made.set(visibility, numbers);
  }
  await db().amount.createMany({ data: amounts });
});
afterAll(() => mapIndexes().close());

function pick<Value>(values: readonly Value[], at: number): Value {
  const value = values[at % values.length];
  if (value === undefined) throw new Error('There is nothing to choose from.');
  return value;
}

const shared = (name: string): Visibility[] => (name === 'guest' ? ['public'] : ['network', 'public']);
const own = (name: string): Visibility[] => {
  if (name.startsWith('taean')) return ['government', 'bilateral'];
  return name.startsWith('weihai') ? ['bilateral'] : [];
};

const numbersOf = (visibilities: readonly Visibility[]) =>
  visibilities.flatMap((visibility) => made.get(visibility) ?? []).sort();

/** Every mark of a zoom, as the reader's map gets them. */
async function marksFor(reader: Reader, filters: IncidentFilters, z: number, version: number) {
  const tiles = tilesOver(places, z);
  const read = tiles.map(async (tile) =>
    readMapTile(await findMapTile(reader, filters, version, tile), tile),
  );
  return (await Promise.all(read)).flat();
}

/** Every number that the tiles lead to, through the clusters as well. */
async function numbersInTiles(reader: Reader, filters: IncidentFilters, z: number): Promise<string[]> {
  const { version } = await findMapNews(reader, filters);
  const numbers: string[] = [];
  for (const { number, cluster } of await marksFor(reader, filters, z, version)) {
    const opened =
      cluster === undefined ? undefined : await findMapCluster(reader, filters, version, cluster);
    numbers.push(...(opened?.numbers ?? (number ? [number] : [])));
  }
  return numbers.sort();
}

describe.each(readerNames)('the map of %s', (name) => {
  test('has in its shared tiles what all such readers see, and the rest apart', async () => {
    const reader = await readerOf(name);
    for (const z of [0, 6, 9, tileShape.maxZoom])
      expect(await numbersInTiles(reader, noFilters, z)).toEqual(numbersOf(shared(name)));
    const { points } = await findMapNews(reader, noFilters);
    expect(points.map(({ number }) => number).sort()).toEqual(numbersOf(own(name)));
  });

  test('tells no title of what is not for it', async () => {
    const reader = await readerOf(name);
    const all = numbersOf(Object.values(Visibility));
    const found = await findPointsByNumber(reader, all);
    expect(found.map(({ number }) => number).sort()).toEqual(numbersOf([...shared(name), ...own(name)]));
  });
});

const filterCases: { name: string; filters: IncidentFilters }[] = [
  { name: 'nothing', filters: noFilters },
  { name: 'kinds', filters: { ...noFilters, kind: ['oil_tar', 'derelict_gear', 'medical_waste'] } },
  { name: 'states and hazard', filters: { ...noFilters, status: ['reported', 'responding'], hazard: true } },
  { name: 'a material', filters: { ...noFilters, material: ['styrene_foam'] } },
  { name: 'places of waste', filters: { ...noFilters, compartment: ['shoreline', 'floating'] } },
  {
    name: 'everything together',
    filters: {
      ...{ kind: Object.values(IncidentKind), status: Object.values(IncidentStatus), hazard: true },
      ...{ compartment: ['shoreline'], material: ['styrene_foam', 'metal'], government: 'taean' },
      ...{ period: 'year', q: '기름' },
    },
  },
  { name: 'a government', filters: { ...noFilters, government: 'weihai' } },
  { name: 'a province', filters: { ...noFilters, government: 'chungnam' } },
  { name: 'no government that there is', filters: { ...noFilters, government: 'atlantis' } },
  { name: 'a period', filters: { ...noFilters, period: 'month' } },
  { name: 'days', filters: { ...noFilters, from: '2026-01-01', to: '2026-12-31' } },
  { name: 'words', filters: { ...noFilters, q: '기름' } },
  { name: 'no words that there are', filters: { ...noFilters, q: 'zzz' } },
];

describe.each(filterCases)('filtered by $name', ({ filters }) => {
  test.each(['guest', 'taean officer', 'weihai officer', 'qingdao officer'])(
    'the marks of %s are as many as the rows of the list, at every zoom',
    async (name) => {
      const reader = await readerOf(name);
      const { count } = await findIncidents(reader, filters);
      const news = await findMapNews(reader, filters);
      expect(news.count).toBe(count);
      for (let z = 0; z <= tileShape.maxZoom; z++) {
        const marks = await marksFor(reader, filters, z, news.version);
        expect(marks.reduce((sum, mark) => sum + mark.count, 0) + news.points.length - news.gone.length).toBe(
          count,
        );
      }
    },
  );
});

describe('what happens', () => {
  test('is beside the tiles at once, and in them after the next index', async () => {
    const [taean, qingdao] = [await anActor(), await anActor({ government: 'qingdao' })];
    const before = await findMapNews(qingdao, noFilters);
    const { number, threadId } = await anIncident({ ...places[0], title: 'new' });
    const confirmed = await confirmIncident(taean, { number });
    expect(confirmed.ok).toBe(true);

    const news = await findMapNews(qingdao, noFilters);
    expect(news).toMatchObject({ count: before.count + 1, settled: false });
    expect(news.points.map((point) => point.number)).toEqual([number]);
    expect((await findMapNews(null, noFilters)).points).toEqual([]);

    await expect
      .poll(async () => (await findMapNews(qingdao, noFilters)).settled, { timeout: 20_000 })
      .toBe(true);
    expect(await numbersInTiles(qingdao, noFilters, 14)).toContain(number);
    expect((await findMapNews(qingdao, noFilters)).points).toEqual([]);

    // What becomes public and is withdrawn again leaves the guests' map at once.
    const publicity = { number, text: '공개', language: 'ko' as const };
    expect((await decidePublicity(taean, { ...publicity, publicity: 'coarse' })).ok).toBe(true);
    expect((await findMapNews(null, noFilters)).points.map((point) => point.number)).toEqual([number]);
    await expect
      .poll(async () => (await findMapNews(null, noFilters)).settled, { timeout: 20_000 })
      .toBe(true);
    expect((await decidePublicity(taean, { ...publicity, publicity: 'none' })).ok).toBe(true);
    const guest = await findMapNews(null, noFilters);
    expect(guest.gone).toEqual([number]);
    expect(guest.points).toEqual([]);
    await db().event.deleteMany({ where: { threadId } });
  });

  test('an old version of the tiles answers with the clusters that its map knows, or says that they are gone', async () => {
    const reader = await anActor();
    expect(await findMapCluster(reader, noFilters, 999_999, 5)).toBeNull();
    expect(await countIncidents(reader, noFilters)).toBe((await findMapNews(reader, noFilters)).count);
  });
});
