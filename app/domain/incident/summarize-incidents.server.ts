import { db } from '#app/db/client.server.ts';
import { Prisma } from '#prisma/generated/client.ts';
import { IncidentKind, IncidentStatus } from '#prisma/generated/enums.ts';
import type { Reader } from '../actor.ts';
import { findSaying } from '../search/find-saying.server.ts';
import { type IncidentFilters, spanOf } from './filters.ts';
import { metresPerDegree, coarseMetres } from './place.ts';
import { type Box, type IncidentSummary, openStatuses, type Sum } from './summary.ts';
import { itemsOf, materials, wasteItems } from './waste-items.ts';

type Row = Sum & { side: string; key: string | null };

/**
 * Adds up what the reader may see and the filters leave: equal to the list with the same filters, in one pass of the
 * database. A weight is known where it was entered as kg or t, or as kg per 100 m of a shore of known length; a
 * duplicate's weight is told by the incident that it repeats. With a box only what the reader sees lying in it.
 */
export async function summarizeIncidents(
  reader: Reader,
  filters: IncidentFilters,
  box?: Box,
): Promise<IncidentSummary> {
  const classes = Prisma.join(
    Object.entries(wasteItems).map(([item, { material }]) => Prisma.sql`(${item}, ${material})`),
  );
  const open = Prisma.join(openStatuses.map((status) => Prisma.sql`${status}`));
  const rows = await db().$queryRaw<Row[]>`
    WITH found AS MATERIALIZED (
      SELECT i.id, i.kind::text AS kind, i.status::text AS status, i."responsibleGovernmentId" AS government,
        to_char((i."seenAt" AT TIME ZONE 'UTC') + interval '9 hours', 'YYYY-MM') AS month,
        i.status::text IN (${open}) AS open, i."shoreLengthM" AS shore
      FROM "Incident" i JOIN "Thread" t ON t.id = i."threadId"
      WHERE ${await incidentConditions(reader, filters)} AND ${box ? inside(reader, box) : Prisma.sql`true`}
    ), parts AS MATERIALIZED (
      SELECT f.id, f.open, c.material,
        CASE WHEN f.status <> 'duplicate' THEN CASE a.unit
          WHEN 'kg' THEN a.value
          WHEN 't' THEN a.value * 1000
          WHEN 'kg_per_100m' THEN a.value * f.shore / 100
        END END AS kg
      FROM found f JOIN "Amount" a ON a."incidentId" = f.id
      LEFT JOIN (VALUES ${classes}) AS c (item, material) ON c.item = a.item
    ), weights AS (
      SELECT id, sum(kg) AS kg FROM parts GROUP BY id
    ), by_material AS (
      SELECT material, id, open, sum(kg) AS kg FROM parts WHERE material IS NOT NULL GROUP BY material, id, open
    )
    SELECT
      CASE WHEN GROUPING(f.month) = 0 THEN 'month' WHEN GROUPING(f.kind) = 0 THEN 'kind'
        WHEN GROUPING(f.status) = 0 THEN 'status' WHEN GROUPING(f.government) = 0 THEN 'government'
        ELSE 'all' END AS side,
      coalesce(f.month, f.kind, f.status, f.government) AS key,
      count(*)::int AS count, (count(*) FILTER (WHERE f.open))::int AS open,
      coalesce(sum(w.kg), 0)::float8 AS kg, count(w.kg)::int AS weighed
    FROM found f LEFT JOIN weights w ON w.id = f.id
    GROUP BY GROUPING SETS ((), (f.month), (f.kind), (f.status), (f.government))
    UNION ALL
    SELECT 'material', material, count(*)::int, (count(*) FILTER (WHERE open))::int,
      coalesce(sum(kg), 0)::float8, count(kg)::int
    FROM by_material GROUP BY material`;

  const side = (name: string): (Sum & { key: string })[] =>
    rows.flatMap(({ side: of, key, ...sum }) => (of === name && key !== null ? [{ ...sum, key }] : []));
  const inOrder = <Key extends string>(name: string, keys: readonly Key[]): (Sum & { key: Key })[] => {
    const sums = new Map(side(name).map(({ key, ...sum }) => [key, sum]));
    return keys.flatMap((key) => {
      const sum = sums.get(key);
      return sum ? [{ ...sum, key }] : [];
    });
  };
  const total = rows.find(({ side: of }) => of === 'all');
  const { count = 0, open: stillOpen = 0, kg = 0, weighed = 0 } = total ?? {};
  return {
    all: { count, open: stillOpen, kg, weighed },
    month: side('month').sort((a, b) => a.key.localeCompare(b.key)),
    kind: inOrder('kind', Object.values(IncidentKind)).sort((a, b) => b.count - a.count),
    material: inOrder('material', materials).sort((a, b) => b.count - a.count),
    status: inOrder('status', Object.values(IncidentStatus)),
    government: side('government').sort((a, b) => b.count - a.count || a.key.localeCompare(b.key)),
  };
}

/**
 * The filters and `visibleTo` of the thread's policy in SQL, over "Incident" i and "Thread" t; the test holds them against
 * the list.
 */
export async function incidentConditions(reader: Reader, filters: IncidentFilters): Promise<Prisma.Sql> {
  const { kind, status, compartment, material, government, hazard, q } = filters;
  const { since, until } = spanOf(filters, new Date());
  const oneOf = (column: Prisma.Sql, values: readonly string[]) =>
    Prisma.sql`${column}::text IN (${Prisma.join([...values])})`;
  const all = [
    visible(reader),
    ...(kind.length > 0 ? [oneOf(Prisma.sql`i.kind`, kind)] : []),
    ...(status.length > 0 ? [oneOf(Prisma.sql`i.status`, status)] : []),
    ...(compartment.length > 0 ? [oneOf(Prisma.sql`i.compartment`, compartment)] : []),
    ...(material.length > 0
      ? [
          Prisma.sql`EXISTS (SELECT 1 FROM "Amount" m
            WHERE m."incidentId" = i.id AND m.item IN (${Prisma.join(itemsOf(material))}))`,
        ]
      : []),
    ...(government
      ? [
          Prisma.sql`i."responsibleGovernmentId" IN
            (SELECT g.id FROM "Government" g WHERE g.id = ${government} OR g."parentId" = ${government})`,
        ]
      : []),
    ...(hazard ? [oneOf(Prisma.sql`i.hazard`, ['high', 'urgent'])] : []),
    ...(since ? [Prisma.sql`i."seenAt" >= ${since}`] : []),
    ...(until ? [Prisma.sql`i."seenAt" < ${until}`] : []),
    ...(q ? [await saying(reader, q)] : []),
  ];
  return Prisma.join(all, ' AND ');
}

/**
 * Lying in the box where the reader sees it: for a guest a coarse incident lies in the middle of its cell (`shownPlace`),
 * or ever smaller boxes would find its place.
 */
function inside(reader: Reader, { west, south, east, north }: Box): Prisma.Sql {
  const within = (lat: Prisma.Sql, lon: Prisma.Sql) =>
    Prisma.sql`(${lat} BETWEEN ${south} AND ${north} AND ${lon} BETWEEN ${west} AND ${east})`;
  const exact = within(Prisma.sql`i.lat`, Prisma.sql`i.lon`);
  if (reader) return exact;
  const step = Prisma.sql`${coarseMetres / metresPerDegree}::float8`;
  const lat = Prisma.sql`((floor(i.lat / ${step}) + 0.5) * ${step})`;
  const lonStep = Prisma.sql`(${step} / cos(radians(${lat})))`;
  const lon = Prisma.sql`((floor(i.lon / ${lonStep}) + 0.5) * ${lonStep})`;
  return Prisma.sql`CASE WHEN i."coarseForPublic" THEN ${within(lat, lon)} ELSE ${exact} END`;
}

function visible(reader: Reader): Prisma.Sql {
  if (!reader) return Prisma.sql`t."withdrawnAt" IS NULL AND t.visibility = 'public'`;
  const { governmentId, formerly } = reader;
  const ownTime = formerly
    ? Prisma.sql`t."createdAt" <= ${formerly.to} AND t."lastEventAt" >= ${formerly.from} AND`
    : Prisma.empty;
  return Prisma.sql`t."withdrawnAt" IS NULL AND ${ownTime} (t.visibility IN ('network', 'public') OR t."ownerGovernmentId" = ${governmentId}
    OR (t.visibility = 'bilateral' AND EXISTS (SELECT 1 FROM "ThreadAudience" a
      WHERE a."threadId" = t.id AND a."governmentId" = ${governmentId})))`;
}

/** The words where the list looks for them: a guest may not find a coarse place by its name. */
async function saying(reader: Reader, q: string): Promise<Prisma.Sql> {
  const ids = await findSaying(reader, q, 'incident');
  const named = reader ? Prisma.sql`true` : Prisma.sql`NOT i."coarseForPublic"`;
  const like = `%${q}%`;
  return Prisma.sql`(i.number ILIKE ${like} OR i.title ILIKE ${like} OR (i."placeName" ILIKE ${like} AND ${named})
    OR i.id = ANY (${ids}::uuid[]))`;
}
