import { type Position, readAngle } from '../coordinates.ts';
import { type Finding, findingReasons, rejectedLines } from './finding.ts';
import { type Asker, findThere } from './find-there.server.ts';
import { judgeSheet, type SheetIncident } from './judge-sheet.server.ts';
import { knownMappings } from './known-mappings.ts';
import { missingColumns, type SheetMapping } from './mapping.ts';
import type { Sheet } from './sheet.ts';
import { readShore } from './shore.server.ts';

/** What an import would do, before anything is written. */
export type ImportPlan = {
  source: string;
  rowCount: number;
  /** In the order of the file, those that are there already among them. */
  incidents: (SheetIncident & { isThere: boolean; isWarned: boolean })[];
  findings: Finding[];
  counts: { accepted: number; warned: number; alreadyThere: number; rejectedRows: number };
  /** Columns that the mapping names and the sheet lacks; then nothing comes in. */
  missing: string[];
};

/** Looks at a whole sheet with everything that is known about the place and about what is there. Writes nothing. */
export async function planImport(
  asker: Asker,
  governmentId: string,
  sheet: Sheet,
  mapping: SheetMapping,
  { now, places }: { now: Date; places?: ReadonlyMap<string, Position> },
): Promise<ImportPlan> {
  const source = sourceFor(mapping, governmentId);
  const missing = missingColumns(mapping, sheet.columns);
  if (missing.length > 0) {
    const counts = { accepted: 0, warned: 0, alreadyThere: 0, rejectedRows: sheet.rows.length };
    return { source, rowCount: sheet.rows.length, incidents: [], findings: [], counts, missing };
  }
  const metresInland = await readShore();
  const judged = await judgeSheet(sheet, mapping, { now, metresInland, ...(places && { places }) });
  const there = await findThere(asker, source, judged.incidents);
  // Of what is there already nothing is asked: it does not come in.
  const known = new Set(judged.incidents.flatMap(({ id, lines }) => (there.ids.has(id) ? lines : [])));
  const findings = [...judged.findings, ...there.findings]
    .filter(({ line, reason }) => findingReasons[reason] === 'rejected' || !known.has(line))
    .sort((a, b) => a.line - b.line);
  const refused = new Set(rejectedLines(there.findings));
  const warned = new Set(
    findings.filter(({ reason }) => findingReasons[reason] === 'warning').map(({ line }) => line),
  );
  const incidents = judged.incidents
    .filter(({ lines }) => !lines.some((line) => refused.has(line)))
    .map((incident) => ({
      ...incident,
      isThere: there.ids.has(incident.id),
      isWarned: incident.lines.some((line) => warned.has(line)),
    }));
  const fresh = incidents.filter(({ isThere }) => !isThere);
  const counts = {
    accepted: fresh.length,
    warned: fresh.filter(({ isWarned }) => isWarned).length,
    alreadyThere: incidents.length - fresh.length,
    rejectedRows: rejectedLines(findings).length,
  };
  return { source, rowCount: sheet.rows.length, incidents, findings, counts, missing };
}

/** A sheet that is published under a name keeps it; of what a government calls its own the government is part. */
function sourceFor({ source }: SheetMapping, governmentId: string): string {
  const isPublished = Object.values(knownMappings).some((known) => known.source === source);
  return isPublished || source === 'tideline-export' ? source : `${governmentId}/${source}`;
}

/** The places of a list, by its first column; columns for latitude and longitude are found by their names. */
export function placesOf(sheet: Sheet, mapping: SheetMapping): Map<string, Position> {
  const lat = sheet.columns.indexOf(mapping.columns.lat ?? '');
  const lon = sheet.columns.indexOf(mapping.columns.lon ?? '');
  const places = new Map<string, Position>();
  if (lat < 0 || lon < 0) return places;
  for (const { cells } of sheet.rows) {
    const [north, east] = [readAngle(cells[lat] ?? ''), readAngle(cells[lon] ?? '')];
    if (cells[0] && north !== null && east !== null) places.set(cells[0].trim(), { lat: north, lon: east });
  }
  return places;
}
