import { v7 as uuid } from 'uuid';
import { db } from '#app/db/client.server.ts';
import { readPlaces } from '#app/domain/incident/import/find-import.server.ts';
import type { Finding } from '#app/domain/incident/import/finding.ts';
import { isKnownMapping, knownMappings } from '#app/domain/incident/import/known-mappings.ts';
import type { ImportRegion, SheetMapping } from '#app/domain/incident/import/mapping.ts';
import { planImport } from '#app/domain/incident/import/plan-import.server.ts';
import { readSheet } from '#app/domain/incident/import/read-sheet.server.ts';
import { writeImport } from '#app/domain/incident/import/run-import.server.ts';
import type { Sheet } from '#app/domain/incident/import/sheet.ts';
import {
  knownMappingOf,
  suggestMapping,
  withItemColumns,
} from '#app/domain/incident/import/suggest-mapping.ts';

export type ImportOptions = {
  fileName: string;
  /** A mapping of ours by name; without it the sheet's own heads decide. */
  mapping?: string | undefined;
  government: string;
  region?: ImportRegion | undefined;
  /** Take the place that is probably meant, where one is swapped, flipped or divided. */
  mend?: boolean | undefined;
  dryRun?: boolean | undefined;
  /** A list of the places that the rows name by a key. */
  places?: Uint8Array | null | undefined;
};

export type ImportReport = {
  /** What `--undo` takes; null where nothing was written. */
  importId: string | null;
  mapping: SheetMapping;
  rows: number;
  incidents: number;
  added: number;
  alreadyThere: number;
  warned: number;
  rejectedRows: number;
  dryRun: boolean;
  findings: Finding[];
};

/**
 * Brings a partner's sheet in. Source and id are unique: after a crash a second run adds what is missing, and a run on a
 * complete import changes nothing at all.
 * @throws an Error with line and reason when the file is no sheet, or lacks a column that the mapping names
 */
export async function importSheet(bytes: Uint8Array, options: ImportOptions): Promise<ImportReport> {
  const { government: governmentId, fileName, dryRun = false, places: placeBytes = null } = options;
  const read = readSheet(bytes);
  if (!read.ok) throw new SheetError(read.fault, read.line);
  const mapping = mappingFor(read.sheet, options);
  const places = await readPlaces(placeBytes);
  const now = new Date();
  const plan = await planImport('operator', governmentId, read.sheet, mapping, {
    now,
    ...(places && { places }),
  });
  if (plan.missing.length > 0) throw new Error(`The sheet lacks the column(s) ${plan.missing.join(', ')}.`);
  const report: ImportReport = {
    importId: null,
    mapping,
    rows: plan.rowCount,
    incidents: plan.incidents.length,
    added: 0,
    alreadyThere: plan.counts.alreadyThere,
    warned: plan.counts.warned,
    rejectedRows: plan.counts.rejectedRows,
    dryRun,
    findings: plan.findings,
  };
  if (dryRun || plan.counts.accepted === 0) return report;
  const { id: importId } = await db().sheetImport.create({
    data: {
      ...{ id: uuid(), governmentId, fileName, mapping, createdAt: now },
      content: new Uint8Array(bytes),
      places: placeBytes && new Uint8Array(placeBytes),
    },
    select: { id: true },
  });
  const written = await writeImport('operator', { importId, mostMs: Number.POSITIVE_INFINITY });
  if (!written.ok) throw new Error(written.reason);
  return { ...report, importId, added: written.value.added, alreadyThere: written.value.alreadyThere };
}

/** A file that is no sheet. */
export class SheetError extends Error {
  constructor(
    readonly fault: Extract<ReturnType<typeof readSheet>, { ok: false }>['fault'],
    readonly line: number,
  ) {
    super(fault);
  }
}

function mappingFor(sheet: Sheet, { mapping: name, fileName, region, mend }: ImportOptions): SheetMapping {
  const known = name !== undefined && isKnownMapping(name) ? knownMappings[name] : undefined;
  const mapping = known
    ? withItemColumns(known, sheet.columns)
    : (knownMappingOf(sheet.columns) ?? suggestMapping(sheet, 'en', fileName));
  return { ...mapping, region: region ?? mapping.region, mend: mend ?? mapping.mend };
}
