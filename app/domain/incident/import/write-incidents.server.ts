import { v7 as uuid } from 'uuid';
import type { AnnounceInAll } from '#app/db/commit.server.ts';
import type { Tx } from '#app/db/client.server.ts';
import type { Language } from '#prisma/generated/enums.ts';
import { incidentNumber, yearInKorea } from '../incident-number.ts';
import type { SheetIncident } from './judge-sheet.server.ts';

/** What holds for every incident of an import. `source` and an incident's id name it for ever. */
export type Batch = {
  importId: string;
  source: string;
  governmentId: string;
  language: Language;
  closedBecause: string | undefined;
};

/**
 * Writes incidents that a partner recorded elsewhere with everything that belongs to them, within one transaction. Nobody
 * is notified: an import is not news.
 */
export async function writeIncidents(
  tx: Tx,
  announceInAll: AnnounceInAll,
  incidents: readonly (SheetIncident & { responsibleGovernmentId: string })[],
  { importId, source, governmentId, language, closedBecause }: Batch,
): Promise<void> {
  if (incidents.length === 0) return;
  const year = yearInKorea(new Date());
  const { value: last } = await tx.counter.upsert({
    where: { name: `incident-${year}` },
    create: { name: `incident-${year}`, value: incidents.length },
    update: { value: { increment: incidents.length } },
    select: { value: true },
  });
  const rows = incidents.map((incident, index) => ({
    ...incident,
    incidentId: uuid(),
    threadId: uuid(),
    value: last - incidents.length + 1 + index,
  }));
  await tx.thread.createMany({
    data: rows.map(({ threadId }) => ({
      id: threadId,
      subject: 'incident' as const,
      visibility: 'network' as const,
      ownerGovernmentId: governmentId,
    })),
  });
  await tx.incident.createMany({
    data: rows.map((row) => ({
      id: row.incidentId,
      number: incidentNumber(year, row.value),
      threadId: row.threadId,
      kind: row.kind,
      compartment: row.compartment,
      hazard: row.hazard,
      status: closedBecause === undefined ? ('reported' as const) : ('no_action' as const),
      title: row.title,
      text: row.text,
      language,
      lat: row.lat,
      lon: row.lon,
      placeName: row.placeName || null,
      shoreLengthM: row.shoreLengthM,
      seenAt: row.seenAt,
      reporterGovernmentId: governmentId,
      responsibleGovernmentId: row.responsibleGovernmentId,
      externalSource: source,
      externalId: row.id,
      importId,
    })),
  });
  await tx.amount.createMany({
    data: rows.flatMap(({ incidentId, amounts }) =>
      amounts.map((amount, position) => ({ id: uuid(), incidentId, position, ...amount })),
    ),
  });
  await tx.originClue.createMany({
    data: rows.flatMap(({ incidentId, clues }) =>
      clues.map((clue, position) => ({ id: uuid(), incidentId, position, ...clue })),
    ),
  });
  const threadIds = rows.map(({ threadId }) => threadId);
  await announceInAll(threadIds, { type: 'incident_reported', payload: {}, actor: null });
  if (closedBecause === undefined) return;
  const payload = { reason: { text: closedBecause, language } };
  await announceInAll(threadIds, { type: 'incident_closed_without_action', payload, actor: null });
}
