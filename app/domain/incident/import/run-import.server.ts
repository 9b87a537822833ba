import { db } from '#app/db/client.server.ts';
import { commit, oneAtATime } from '#app/db/commit.server.ts';
import type { Actor } from '../../actor.ts';
import { inBeing } from '../../government/government.ts';
import { done, refuse, type Result } from '../../result.ts';
import { proposeGovernment } from '../propose-government.ts';
import type { Asker } from './find-there.server.ts';
import { forgetPlans, importRow, planOf } from './find-import.server.ts';
import { mayImport } from './policy.ts';
import { writeIncidents } from './write-incidents.server.ts';

/** Incidents of one transaction: short enough that nobody waits for the database. */
const batchSize = 50;

export type ImportProgress = { total: number; added: number; alreadyThere: number; isDone: boolean };

/**
 * Writes the next incidents of an import until `mostMs` have passed, or all of them. Each batch is one transaction that
 * also counts itself: after a crash, or in a second window, it goes on where the last one ended.
 */
export async function runImport(
  actor: Actor,
  { importId, mostMs }: { importId: string; mostMs: number },
): Promise<Result<ImportProgress>> {
  if (!mayImport(actor)) return refuse('not_allowed');
  const row = await importRow(importId);
  if (!row || row.governmentId !== actor.governmentId) return refuse('not_found');
  return writeImport({ reader: actor }, { importId, mostMs });
}

/** The same for the operator of the house, who has no seat. */
export async function writeImport(
  asker: Asker,
  { importId, mostMs }: { importId: string; mostMs: number },
): Promise<Result<ImportProgress>> {
  const row = await importRow(importId);
  if (!row) return refuse('not_found');
  if (row.state === 'done') return done(progressOf(row));
  if (row.state !== 'draft' && row.state !== 'running') return refuse('already_changed');
  const planned = await planOf(asker, row, {
    mostMs: row.state === 'running' ? Number.POSITIVE_INFINITY : 0,
  });
  if (!planned || planned.plan.missing.length > 0) return refuse('import_not_readable');
  const { plan, mapping } = planned;
  const { incidents, source } = plan;
  const { governmentId } = row;
  const governments = await db().government.findMany({ where: inBeing(new Date()) });
  // What is recorded as over, or lies beyond our seas, stays with the government that brings it.
  const isOurs = mapping.region === 'yellow_sea' && mapping.closedBecause === undefined;
  const responsible = (place: { lat: number; lon: number }) =>
    (isOurs ? proposeGovernment(governments, place)?.id : undefined) ?? governmentId;
  const batch = {
    importId,
    source,
    governmentId,
    language: mapping.language,
    closedBecause: mapping.closedBecause,
  };
  const fresh = incidents.filter(({ isThere }) => !isThere);
  const until = Date.now() + mostMs;

  let from = 0;
  for (;;) {
    const some = fresh.slice(from, from + batchSize);
    const isLast = from + some.length >= fresh.length;
    const progress = await commit(async (tx, _, announceInAll) => {
      await oneAtATime(tx, `import:${importId}`);
      await oneAtATime(tx, `import:${source}`);
      const now = await tx.sheetImport.findUniqueOrThrow({
        where: { id: importId },
        select: { total: true, added: true, alreadyThere: true, state: true },
      });
      // Another window was quicker, or took it back.
      if (now.state === 'done') return now;
      if (now.state !== 'draft' && now.state !== 'running') return null;
      // Another window, or another sheet of the same source, may have written some since they were looked at.
      const written = await tx.incident.findMany({
        where: { externalSource: source, externalId: { in: some.map(({ id }) => id) } },
        select: { externalId: true },
      });
      const ids = new Set(written.map(({ externalId }) => externalId));
      const missing = some.filter(({ id }) => !ids.has(id));
      const placed = missing.map((one) => ({ ...one, responsibleGovernmentId: responsible(one) }));
      await writeIncidents(tx, announceInAll, placed, batch);
      const own = await tx.incident.count({ where: { importId } });
      const { total, added, alreadyThere, state } = await tx.sheetImport.update({
        where: { id: importId },
        data: {
          state: isLast ? 'done' : 'running',
          added: own,
          total: incidents.length,
          ...(isLast && { alreadyThere: incidents.length - own }),
          rejected: plan.counts.rejectedRows,
          ...(isLast && { finishedAt: new Date(), content: null, places: null }),
        },
        select: { total: true, added: true, alreadyThere: true, state: true },
      });
      return { total, added, alreadyThere, state };
    });
    if (!progress) return refuse('already_changed');
    from += some.length;
    if (isLast) forgetPlans();
    if (isLast || progress.state === 'done' || Date.now() >= until) return done(progressOf(progress));
  }
}

function progressOf(row: {
  total: number;
  added: number;
  alreadyThere: number;
  state: string;
}): ImportProgress {
  const { total, added, alreadyThere, state } = row;
  return { total, added, alreadyThere, isDone: state === 'done' };
}
