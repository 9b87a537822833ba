import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Compartment, Hazard, IncidentKind, IncidentStatus } from '#prisma/generated/enums.ts';
import { readMapTile, tilesOver } from '#tests/read-map-tile.ts';
import { clusterRows } from './cluster-rows.server.ts';
import { groupOfKind, kindGroups } from './kinds.ts';
import { type Audience, makeColumns, type MapRow, type RowFilter, writeRow } from './map-columns.server.ts';
import { tileShape } from './map-tile.ts';

const noFilter: RowFilter = {
  ...{ kind: [], status: [], compartment: [], hazard: false },
  ...{ government: undefined, since: undefined, until: undefined, only: undefined },
};
const zooms = Array.from({ length: tileShape.maxZoom + 1 }, (_, z) => z);
const start = Date.UTC(2026, 0, 1);

/** Crowded places, edges of tiles, and the same place again and again. */
const coordinate = (low: number, high: number) =>
  fc.oneof(
    fc.double({ min: low, max: high, noNaN: true }),
    fc.constantFrom(low, high, (low + high) / 2, 123.75, 36.5978891330702),
    fc.integer({ min: 0, max: 5 }).map((step) => low + step * 1e-4),
  );

const place = fc.record({ lat: coordinate(32, 40), lon: coordinate(119, 127) });
const row = fc.record({
  place,
  seen: fc.constantFrom<MapRow['seen']>('members', 'public', 'coarse'),
  kind: fc.constantFrom(...Object.values(IncidentKind)),
  status: fc.constantFrom(...Object.values(IncidentStatus)),
  hazard: fc.constantFrom(...Object.values(Hazard)),
  compartment: fc.constantFrom(...Object.values(Compartment)),
  government: fc.integer({ min: 1, max: 4 }),
  day: fc.integer({ min: 0, max: 365 }),
});
const some = <Value>(values: readonly Value[]) =>
  fc.oneof(fc.constant<Value[]>([]), fc.subarray([...values], { minLength: 1 }));
const filter = fc.record({
  kind: some(Object.values(IncidentKind)),
  status: some(Object.values(IncidentStatus)),
  compartment: some(Object.values(Compartment)),
  hazard: fc.boolean(),
  government: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
  since: fc.option(fc.integer({ min: 0, max: 365 }), { nil: undefined }),
});

/** The same question, asked row by row in the plainest way. */
function wanted(one: MapRow, audience: Audience, asked: RowFilter): boolean {
  return (
    (audience === 'members' || one.seen !== 'members') &&
    (asked.kind.length === 0 || asked.kind.includes(one.kind)) &&
    (asked.status.length === 0 || asked.status.includes(one.status)) &&
    (asked.compartment.length === 0 || asked.compartment.includes(one.compartment)) &&
    (!asked.hazard || one.hazard === 'high' || one.hazard === 'urgent') &&
    (asked.government === undefined ||
      one.government === asked.government ||
      one.parent === asked.government) &&
    (asked.since === undefined || one.seenAt.getTime() >= asked.since)
  );
}

function indexOf(rows: readonly MapRow[], audience: Audience = 'members', asked: RowFilter = noFilter) {
  const columns = makeColumns(Math.max(1, rows.length));
  for (const [at, one] of rows.entries()) writeRow(columns, at, one);
  return clusterRows(columns, rows.length, audience, asked);
}

function aRow(at: number, overrides: Partial<MapRow> = {}): MapRow {
  return {
    number: `2026-${String(at + 1).padStart(4, '0')}`,
    seen: 'members',
    kind: 'oil_tar',
    status: 'reported',
    hazard: 'none',
    compartment: 'shoreline',
    ...{ government: 1, parent: 0, lat: 36.7866, lon: 126.1435 },
    seenAt: new Date(start),
    ...overrides,
  };
}

describe('the counts of the map', () => {
  test('are those of the list at every zoom, whoever looks and whatever is left out', () => {
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 120 }),
        filter,
        fc.constantFrom<Audience>('members', 'public'),
        (given, { since, ...asked }, audience) => {
          const rows = given.map(({ place: at, day, government, ...rest }, index) =>
            aRow(index, {
              ...rest,
              ...at,
              government,
              parent: government > 2 ? 5 : 0,
              seenAt: new Date(start + day * 86_400_000),
            }),
          );
          const whole = { ...noFilter, ...asked, since: since && start + since * 86_400_000 };
          const index = indexOf(rows, audience, whole);
          const left = rows.filter((one) => wanted(one, audience, whole));
          expect(index.count).toBe(left.length);
          for (const z of zooms) {
            const marks = tilesOver(rows, z).flatMap((tile) =>
              readMapTile(index.tile(tile.z, tile.x, tile.y), tile),
            );
            expect(marks.reduce((sum, { count }) => sum + count, 0)).toBe(left.length);
            // The rings say the same as the number in the middle.
            for (const { count, cluster, properties } of marks)
              if (cluster !== undefined)
                expect(kindGroups.reduce((sum, group) => sum + Number(properties[group]), 0)).toBe(count);
            for (const group of kindGroups) {
              const shown = marks.reduce(
                (sum, { cluster, properties }) =>
                  sum + (cluster === undefined ? 0 : Number(properties[group])),
                0,
              );
              const single = marks.filter(({ number }) => {
                const one = rows.find((other) => other.number === number);
                return one && groupOfKind[one.kind] === group;
              }).length;
              expect(shown + single).toBe(left.filter(({ kind }) => groupOfKind[kind] === group).length);
            }
          }
        },
      ),
      { seed: 20261125, numRuns: 60 },
    );
  });

  test('keep two incidents of one place together at the deepest zoom, where a list names both', () => {
    const index = indexOf([aRow(0), aRow(1), aRow(2, { lat: 33 })]);
    const z = tileShape.maxZoom;
    const [both] = tilesOver([aRow(0)], z).flatMap((tile) =>
      readMapTile(index.tile(tile.z, tile.x, tile.y), tile),
    );
    expect(both).toMatchObject({ count: 2, properties: { danger: 2, gear: 0 } });
    expect(index.open(both?.cluster ?? 0, 50)).toEqual({
      zoom: z + 1,
      numbers: ['2026-0001', '2026-0002'],
    });
    expect(index.open(987_654_321, 50)).toBeNull();
  });
});

describe('a single mark', () => {
  const tileOf = (rows: readonly MapRow[], audience: Audience) =>
    tilesOver(rows, 14).flatMap((tile) => {
      const index = indexOf(rows, audience);
      return readMapTile(index.tile(tile.z, tile.x, tile.y), tile);
    });

  test('says what it shows and nothing more', () => {
    const [mark] = tileOf([aRow(0, { hazard: 'urgent', status: 'responding' })], 'members');
    expect(mark?.properties).toEqual({
      number: '2026-0001',
      kind: 'oil_tar',
      status: 'responding',
      hazard: 'urgent',
    });
    expect(mark?.lat).toBeCloseTo(36.7866, 4);
    expect(mark?.lon).toBeCloseTo(126.1435, 4);
  });

  test('of a coarse place stands in the middle of its cell for the public, on its spot for members', () => {
    const near = [aRow(0, { seen: 'coarse' })];
    const [coarse] = tileOf(near, 'public');
    const [other] = tileOf([aRow(0, { seen: 'coarse', lat: 36.7868, lon: 126.1437 })], 'public');
    expect(coarse).toEqual(other);
    expect(Math.abs((coarse?.lat ?? 0) - 36.7866)).toBeGreaterThan(1e-5);
    expect(tileOf(near, 'members')[0]?.lat).toBeCloseTo(36.7866, 5);
  });
});
