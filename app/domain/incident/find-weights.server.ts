import { db } from '#app/db/client.server.ts';
import { Prisma } from '#prisma/generated/client.ts';
import type { Reader } from '../actor.ts';
import type { IncidentFilters } from './filters.ts';
import { coarseMetres, metresPerDegree } from './place.ts';
import { incidentConditions } from './summarize-incidents.server.ts';

/** Known weight in a cell of the heat map: its middle, what was weighed there, and how many were not. */
export type WeightCell = { lat: number; lon: number; kg: number; weighed: number; unweighed: number };

/** Cells per degree: about 2 km, a few pixels where heat is looked at. However many incidents, they bound the answer. */
const perDegree = 50;

/**
 * Where the known weight of the incidents lies that the reader may see and the filters leave. Weights are those of
 * `summarizeIncidents`: kg, t, and kg per 100 m of a shore of known length; a duplicate weighs nothing of its own. For
 * guests a coarse incident lies in the middle of its coarse cell (`shownPlace`) before it is put into a cell of this map.
 */
export async function findWeights(reader: Reader, filters: IncidentFilters): Promise<WeightCell[]> {
  const step = coarseMetres / metresPerDegree;
  const middle = Prisma.sql`((floor(i.lat / ${step}::float8) + 0.5) * ${step}::float8)`;
  const width = Prisma.sql`(${step}::float8 / cos(radians(${middle})))`;
  const isCoarse = reader ? Prisma.sql`false` : Prisma.sql`i."coarseForPublic"`;
  return db().$queryRaw<WeightCell[]>`
    WITH found AS MATERIALIZED (
      SELECT i.id, i.status::text AS status, i."shoreLengthM" AS shore,
        CASE WHEN ${isCoarse} THEN ${middle} ELSE i.lat END AS lat,
        CASE WHEN ${isCoarse} THEN (floor(i.lon / ${width}) + 0.5) * ${width} ELSE i.lon END AS lon
      FROM "Incident" i JOIN "Thread" t ON t.id = i."threadId"
      WHERE ${await incidentConditions(reader, filters)}
    ), weights AS (
      SELECT f.id, sum(CASE a.unit
          WHEN 'kg' THEN a.value
          WHEN 't' THEN a.value * 1000
          WHEN 'kg_per_100m' THEN a.value * f.shore / 100
        END) AS kg
      FROM found f JOIN "Amount" a ON a."incidentId" = f.id
      WHERE f.status <> 'duplicate'
      GROUP BY f.id
    )
    SELECT (floor(f.lat * ${perDegree}) + 0.5)::float8 / ${perDegree} AS lat,
      (floor(f.lon * ${perDegree}) + 0.5)::float8 / ${perDegree} AS lon,
      coalesce(sum(w.kg), 0)::float8 AS kg, count(w.kg)::int AS weighed,
      (count(*) FILTER (WHERE w.kg IS NULL AND f.status <> 'duplicate'))::int AS unweighed
    FROM found f LEFT JOIN weights w ON w.id = f.id
    GROUP BY 1, 2
    HAVING count(w.kg) > 0 OR count(*) FILTER (WHERE f.status <> 'duplicate') > 0
    ORDER BY 1, 2`;
}
