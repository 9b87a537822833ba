import { db } from '#app/db/client.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import type { Reader } from '../actor.ts';
import type { ExportedIncident } from './export.ts';
import type { IncidentFilters } from './filters.ts';
import { incidentsWhere } from './find-incidents.server.ts';
import { withShownPlace } from './place.ts';

/** Incidents held in memory at a time. */
const batchSize = 500;

const exportSelect = {
  id: true,
  number: true,
  title: true,
  text: true,
  language: true,
  kind: true,
  compartment: true,
  hazard: true,
  status: true,
  lat: true,
  lon: true,
  coarseForPublic: true,
  placeName: true,
  shoreLengthM: true,
  seenAt: true,
  reportedAt: true,
  responsibleGovernment: { select: { id: true, nameKo: true, nameZh: true, nameEn: true } },
  reporterGovernmentId: true,
  amounts: {
    select: { item: true, value: true, unit: true, method: true },
    orderBy: { position: 'asc' },
  },
} as const satisfies Prisma.IncidentSelect;

/**
 * Everything that the list with the same filters shows this reader, oldest entry first, batch by batch. Of a coarse
 * incident a guest gets the middle of its cell, and neither words nor measures that could tell the place.
 */
export async function* findIncidentsToExport(
  reader: Reader,
  filters: IncidentFilters,
): AsyncGenerator<ExportedIncident[]> {
  const where = await incidentsWhere(reader, filters);
  let after: string | undefined;
  for (;;) {
    const rows = await db().incident.findMany({
      where: { AND: [where, ...(after === undefined ? [] : [{ id: { gt: after } }])] },
      orderBy: { id: 'asc' },
      take: batchSize,
      select: exportSelect,
    });
    if (rows.length > 0) {
      yield rows.map((row) => {
        const shown = withShownPlace(reader, row);
        return shown.coarse ? { ...shown, text: '', shoreLengthM: null } : shown;
      });
    }
    after = rows.at(-1)?.id;
    if (rows.length < batchSize) return;
  }
}
