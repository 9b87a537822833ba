import type { Tx } from '#app/db/client.server.ts';
import { type AnnounceInAll, commit, oneAtATime } from '#app/db/commit.server.ts';
import { Prisma } from '#prisma/generated/client.ts';
import type { Actor } from '../../actor.ts';
import { done, refuse, type Result } from '../../result.ts';
import type { ReasonInput } from '../incident.ts';
import { forgetPlans, importRow } from './find-import.server.ts';
import { mayImport, mayUndo } from './policy.ts';

/** Incidents of one transaction: short enough that nobody waits for the database. */
const batchSize = 50;

export type UndoProgress = { total: number; withdrawn: number; isDone: boolean };

/**
 * Takes an import back, the next incidents of it until `mostMs` have passed, or all. What nobody has worked on since is
 * withdrawn with everything in it; the rest stays. Each batch is one transaction that also counts itself: after a crash,
 * or in a second window, it goes on where the last one ended, with the reason that was given first.
 */
export async function undoImport(
  actor: Actor,
  { importId, mostMs, ...reason }: ReasonInput & { importId: string; mostMs: number },
): Promise<Result<UndoProgress>> {
  if (!mayImport(actor)) return refuse('not_allowed');
  const row = await importRow(importId);
  if (!row || !mayUndo(actor, row)) return refuse('not_found');
  return withdrawImport(actor, { importId, mostMs, ...reason });
}

/** The same for the operator of the house, who has no seat (`by` null). */
export async function withdrawImport(
  by: Actor | null,
  { importId, mostMs, text, language }: ReasonInput & { importId: string; mostMs: number },
): Promise<Result<UndoProgress>> {
  const until = Date.now() + mostMs;
  for (;;) {
    const progress = await commit(async (tx, _, announceInAll) => {
      // Two windows, or a run that is still under way, wait for each other here.
      await oneAtATime(tx, `import:${importId}`);
      const row = await tx.sheetImport.findUnique({
        where: { id: importId },
        select: { state: true, added: true, withdrawn: true, undoReason: true, undoLanguage: true },
      });
      if (!row) return refuse('not_found');
      if (row.state === 'draft') return refuse('already_changed');
      if (row.state === 'undone') return done({ total: row.added, withdrawn: row.withdrawn, isDone: true });
      const reason = { text: row.undoReason ?? text, language: row.undoLanguage ?? language };
      const some = await lockIncidents(tx, importId);
      const taken = await withdrawUntouched(tx, announceInAll, some, { by, reason });
      const isLast = some.length < batchSize;
      const { added, withdrawn } = await tx.sheetImport.update({
        where: { id: importId },
        data: {
          state: isLast ? 'undone' : 'undoing',
          undoReason: reason.text,
          undoLanguage: reason.language,
          withdrawn: { increment: taken },
          ...(isLast && { undoneAt: new Date(), content: null, places: null }),
        },
        select: { added: true, withdrawn: true },
      });
      return done({ total: added, withdrawn, isDone: isLast });
    });
    if (!progress.ok) return progress;
    if (progress.value.isDone) forgetPlans();
    if (progress.value.isDone || Date.now() >= until) return progress;
  }
}

/** Whatever a person or another incident added: then it is no longer the import's alone. */
const worked = {
  OR: [
    { thread: { events: { some: { accountId: { not: null } } } } },
    { duplicates: { some: {} } },
    { actionItems: { some: {} } },
  ],
} satisfies Prisma.IncidentWhereInput;

type LockedIncident = { id: string; threadId: string };

/** Incidents before threads, as every step of an incident takes them: what was begun before is seen, nothing new begins. */
async function lockIncidents(tx: Tx, importId: string): Promise<LockedIncident[]> {
  // So that no other incident becomes a duplicate of one of these meanwhile.
  await oneAtATime(tx, 'duplicates');
  const found = await tx.incident.findMany({
    where: { importId, thread: { withdrawnAt: null }, NOT: worked },
    orderBy: { id: 'asc' },
    take: batchSize,
    select: { id: true, threadId: true },
  });
  if (found.length === 0) return [];
  const ids = Prisma.join(found.map(({ id }) => Prisma.sql`${id}::uuid`));
  const threadIds = Prisma.join(found.map(({ threadId }) => Prisma.sql`${threadId}::uuid`));
  await tx.$queryRaw`SELECT 1 AS locked FROM "Incident" WHERE id IN (${ids}) ORDER BY id FOR UPDATE`;
  await tx.$queryRaw`SELECT 1 AS locked FROM "Thread" WHERE id IN (${threadIds}) ORDER BY id FOR UPDATE`;
  return found;
}

/** @returns how many were withdrawn */
async function withdrawUntouched(
  tx: Tx,
  announceInAll: AnnounceInAll,
  incidents: readonly LockedIncident[],
  { by, reason }: { by: Actor | null; reason: ReasonInput },
): Promise<number> {
  const touched = await tx.incident.findMany({
    where: { id: { in: incidents.map(({ id }) => id) }, ...worked },
    select: { id: true },
  });
  const kept = new Set(touched.map(({ id }) => id));
  const free = incidents.filter(({ id }) => !kept.has(id));
  if (free.length === 0) return 0;
  const threadIds = free.map(({ threadId }) => threadId);
  await announceInAll(threadIds, { type: 'incident_withdrawn', payload: { reason }, actor: by });
  await tx.thread.updateMany({
    where: { id: { in: threadIds } },
    data: { withdrawnAt: new Date() },
  });
  // The sheet may come in again: its ids are free.
  await tx.incident.updateMany({
    where: { id: { in: free.map(({ id }) => id) } },
    data: { externalSource: null, externalId: null },
  });
  return free.length;
}
