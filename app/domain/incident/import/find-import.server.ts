import { validate } from 'uuid';
import { db } from '#app/db/client.server.ts';
import { oncePerProcess } from '#app/db/once-per-process.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import type { Actor } from '../../actor.ts';
import { governmentSelect } from '../../government/government.ts';
import type { Position } from '../coordinates.ts';
import type { Asker } from './find-there.server.ts';
import { type Finding, findingReasons, type ImportPoint } from './finding.ts';
import { fits, mappingSchema, type SheetMapping } from './mapping.ts';
import { type ImportPlan, placesOf, planImport } from './plan-import.server.ts';
import { mayImport, mayUndo } from './policy.ts';
import { readSheetAside } from './read-sheet-aside.server.ts';
import type { Sheet } from './sheet.ts';
import { suggestMapping } from './suggest-mapping.ts';

const rowSelect = {
  id: true,
  governmentId: true,
  fileName: true,
  mapping: true,
  state: true,
  total: true,
  added: true,
  alreadyThere: true,
  rejected: true,
  createdAt: true,
  finishedAt: true,
  undoReason: true,
  undoLanguage: true,
  withdrawn: true,
  undoneAt: true,
} as const satisfies Prisma.SheetImportSelect;

type ImportRow = Prisma.SheetImportGetPayload<{ select: typeof rowSelect }>;

/** An import as it stands, without its file; null when there is none, or the id is none. */
export async function importRow(id: string): Promise<ImportRow | null> {
  if (!validate(id)) return null;
  return db().sheetImport.findUnique({ where: { id }, select: rowSelect });
}

type Planned = { sheet: Sheet; mapping: SheetMapping; plan: ImportPlan };

/** Plans of the last imports that somebody looked at: every page and every part of a run needs the whole of one. */
const plans = oncePerProcess(
  'import-plans',
  () => new Map<string, { made: Promise<Planned | null>; at: number }>(),
);
const mostPlans = 3;
/** What a page shows may be so old, unless this process has written or taken back something meanwhile. */
const pageMs = 30_000;

/** What is there has changed: every page looks again. */
export function forgetPlans(): void {
  plans.clear();
}

/**
 * Sheet, mapping and plan of an import that still has its file; null when it cannot be read. Made once for all parts of
 * a run, and anew when the mapping changes.
 * @param mostMs how old it may be: a run begins with a new one and goes on with that
 */
export async function planOf(
  asker: Asker,
  row: ImportRow,
  { mostMs }: { mostMs: number },
): Promise<Planned | null> {
  const reader = asker === 'operator' ? asker : (asker.reader?.governmentId ?? '');
  const key = JSON.stringify([row.id, reader, row.mapping]);
  const held = plans.get(key);
  if (held && Date.now() - held.at < mostMs) return held.made;
  const made = makePlan(asker, row);
  plans.delete(key);
  plans.set(key, { made, at: Date.now() });
  for (const old of [...plans.keys()].slice(0, -mostPlans)) plans.delete(old);
  made.catch(() => plans.delete(key));
  return made;
}

async function makePlan(asker: Asker, row: ImportRow): Promise<Planned | null> {
  const files = await db().sheetImport.findUnique({
    where: { id: row.id },
    select: { content: true, places: true },
  });
  const mapping = mappingSchema.safeParse(row.mapping);
  if (!files?.content || !mapping.success) return null;
  const read = await readSheetAside(files.content);
  if (!read.ok) return null;
  const places = await readPlaces(files.places);
  const plan = await planImport(asker, row.governmentId, read.sheet, mapping.data, {
    now: row.createdAt,
    ...(places && { places }),
  });
  return { sheet: read.sheet, mapping: mapping.data, plan };
}

/** The places of a second file, when there is one that can be read. */
export async function readPlaces(bytes: Uint8Array | null): Promise<Map<string, Position> | undefined> {
  if (!bytes) return undefined;
  const read = await readSheetAside(bytes);
  return read.ok ? placesOf(read.sheet, suggestMapping(read.sheet, 'en', 'places')) : undefined;
}

/** The mapping that a government saved for sheets with these columns, the newest first. */
export async function findSavedMapping(
  governmentId: string,
  columns: readonly string[],
): Promise<SheetMapping | undefined> {
  const saved = await db().importMapping.findMany({
    where: { governmentId },
    orderBy: { updatedAt: 'desc' },
    select: { mapping: true },
  });
  return saved
    .flatMap(({ mapping }) => mappingSchema.safeParse(mapping).data ?? [])
    .find((mapping) => fits(mapping, columns));
}

/** What stays of an import that was taken back, because others have worked on it. */
export async function findKept(importId: string) {
  return db().incident.findMany({
    where: { importId, thread: { withdrawnAt: null } },
    orderBy: { number: 'asc' },
    select: { number: true, title: true },
    take: 500,
  });
}

/**
 * The latest imports of the actor's government, for the secretariat also those of others that something came in with;
 * null for who may not import.
 */
export async function findImports(actor: Actor) {
  if (!mayImport(actor)) return null;
  const own = { governmentId: actor.governmentId };
  return db().sheetImport.findMany({
    where: actor.role === 'secretariat' ? { OR: [own, { state: { not: 'draft' } }] } : own,
    orderBy: { createdAt: 'desc' },
    take: 50,
    select: {
      ...{ id: true, fileName: true, state: true, added: true, createdAt: true },
      government: { select: governmentSelect },
    },
  });
}

/** Rows shown of each kind: a page that one can read. */
const shown = { findings: 200, incidents: 500, samples: 3 } as const;

/** An import with its preview, as far as a page shows it; null for who may not see it. */
export async function findImportPage(actor: Actor, id: string) {
  const row = await importRow(id);
  const isOwn = row?.governmentId === actor.governmentId;
  if (!row || !mayUndo(actor, row) || (!isOwn && row.state === 'draft')) return null;
  const { mapping: _, ...told } = row;
  const rest = {
    ...told,
    isOwn,
    mayUndo: row.state !== 'draft' && row.state !== 'undone',
    /** What others have worked on, and what therefore stays. */
    kept: row.state === 'undone' ? await findKept(id) : [],
  };
  const isOpen = row.state === 'draft' || row.state === 'running';
  const planned = isOwn && isOpen ? await planOf({ reader: actor }, row, { mostMs: pageMs }) : null;
  if (!planned) return { ...rest, preview: null };
  const { sheet, mapping, plan } = planned;
  const fresh = plan.incidents.filter(({ isThere }) => !isThere);
  return {
    ...rest,
    preview: {
      mapping,
      format: sheet.format,
      encoding: sheet.encoding,
      columns: sheet.columns.map((name, index) => ({
        name,
        samples: sheet.rows
          .flatMap(({ cells }) => cells[index]?.trim() || [])
          .slice(0, shown.samples)
          .map((cell) => cell.slice(0, 40)),
      })),
      rowCount: plan.rowCount,
      missing: plan.missing,
      counts: plan.counts,
      findings: plan.findings.slice(0, shown.findings),
      findingCount: plan.findings.length,
      leftOut: leftOutPlaces(plan.findings),
      points: fresh
        .slice(0, shown.incidents)
        .map(({ id: key, title, lat, lon, seenAt, isWarned, lines }): ImportPoint => ({
          ...{ key, title, lat, lon, seenAt, isWarned },
          line: lines[0] ?? 0,
        })),
    },
  };
}

/** Where the first rows that do not come in say that they are, each once. */
function leftOutPlaces(findings: readonly Finding[]): Required<Pick<Finding, 'line' | 'place'>>[] {
  const places = new Map(
    findings.flatMap(({ line, reason, place }) =>
      place && findingReasons[reason] === 'rejected' ? [[line, { line, place }] as const] : [],
    ),
  );
  return [...places.values()].slice(0, shown.incidents);
}
