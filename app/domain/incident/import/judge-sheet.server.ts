import { createHash } from 'node:crypto';
import type { AmountMethod, AmountUnit, Compartment, Hazard, IncidentKind } from '#prisma/generated/enums.ts';
import type { Position } from '../coordinates.ts';
import { metresBetween } from '../distance.ts';
import type { WasteItem } from '../waste-items.ts';
import type { Finding, FindingReason } from './finding.ts';
import { makeBreather } from './breather.server.ts';
import { unshifted } from './gcj02.ts';
import { judgePlace, placeAsSaid } from './judge-place.ts';
import { type SheetField, sheetFields, type SheetMapping } from './mapping.ts';
import { readAmount, readUnit } from './read-amount.ts';
import { type DateOrder, orderOf, readDate } from './read-date.ts';
import { readCompartment, readHazard, readItem, readKind } from './read-words.ts';
import type { Sheet } from './sheet.ts';

export type SheetAmount = { item: WasteItem; value: number; unit: AmountUnit; method: AmountMethod };

/** An incident as a sheet tells it, checked. */
export type SheetIncident = {
  /** Its id within the source. */
  id: string;
  /** Number of an incident of this house that it was exported from. */
  number: string | null;
  lines: number[];
  kind: IncidentKind;
  compartment: Compartment;
  hazard: Hazard;
  title: string;
  text: string;
  lat: number;
  lon: number;
  placeName: string;
  shoreLengthM: number | null;
  seenAt: Date;
  amounts: SheetAmount[];
  clues: { evidence: 'survey_record'; count: number; note: string }[];
};

export type JudgedSheet = { rowCount: number; incidents: SheetIncident[]; findings: Finding[] };

/** Metres inland of a place on land, 0 at sea, null where no coast is known. */
export type MetresInland = (place: Position) => number | null;

type Surroundings = {
  now: Date;
  metresInland?: MetresInland;
  /** Places by the key that the rows carry, when they stand in a list of their own. */
  places?: ReadonlyMap<string, Position>;
};

/** A beach is walked, a river mouth is wide: what lies further inland than this is asked about, metres. */
const farInland = 3000;
/** The shift of Chinese map services is some hundred metres; less than this proves nothing. */
const telling = 150;
const oldest = 1950;
const mostMetresOfShore = 100_000;

type Cells = Partial<Record<SheetField, string>>;
type Row = { line: number; cells: Cells; named: Record<string, string>; raw: readonly string[] };
type GoodRow = Row & {
  position: Position;
  end: Position | null;
  seenAt: Date;
  amounts: SheetAmount[];
  words: string[];
  found: number;
};

/**
 * Checks every row and makes incidents of the good ones. Nothing is thrown for what a sheet says: whatever is wrong has
 * its line, its cell and its reason. A row that cannot come in holds the other rows of its incident back. However many
 * rows there are, the process answers others meanwhile.
 */
export async function judgeSheet(
  sheet: Sheet,
  mapping: SheetMapping,
  surroundings: Surroundings,
): Promise<JudgedSheet> {
  const breathe = makeBreather();
  const findings: Finding[] = [];
  const order = dateOrder(sheet, mapping);
  const seen = new Map<string, number>();
  const groups = new Map<string, { rows: GoodRow[]; content: string }>();
  const heldBack = new Map<string, number>();
  for (const { line, cells: raw } of sheet.rows) {
    await breathe();
    const row = named(sheet, mapping, line, raw);
    const content = JSON.stringify(raw);
    const before = seen.get(content);
    const note = noteFor(findings, row, mapping);
    if (before !== undefined) {
      note('duplicate_in_file', null, { other: String(before) });
      continue;
    }
    seen.set(content, line);
    const id = idOf(row, mapping);
    const ownFrom = findings.length;
    const good = judgeRow(
      row,
      raw.length - sheet.columns.length,
      mapping,
      { ...surroundings, order: order.order, ambiguous: order.ambiguous },
      note,
    );
    const group = groups.get(id);
    if (!good) {
      heldBack.set(id, line);
      const place = placeAsSaid(row.cells);
      if (place) for (const own of findings.slice(ownFrom)) own.place = place;
    } else if (!group) groups.set(id, { rows: [good], content });
    else if (mapping.columns.item === undefined) {
      note('id_reused', keySpot(mapping), { other: String(group.rows[0]?.line ?? line) });
    } else group.rows.push(good);
  }
  for (const [id, because] of heldBack) {
    for (const row of groups.get(id)?.rows ?? []) {
      noteFor(findings, row, mapping)('held_back', null, { other: String(because) });
    }
    groups.delete(id);
  }
  const hasQuotes = sheet.format === 'csv' || sheet.format === 'tsv';
  const incidents: SheetIncident[] = [];
  for (const [id, { rows }] of groups) {
    await breathe();
    const [first] = rows;
    if (first) incidents.push(incidentOf(id, first, rows, mapping, hasQuotes ? unquoted : asItStands));
  }
  findings.sort((a, b) => a.line - b.line);
  return { rowCount: sheet.rows.length, incidents, findings };
}

function keySpot({ key: [column] }: SheetMapping): Spot {
  return column === undefined ? null : { column };
}

/** Where in a row: the column of a field, a column by its name, or the row as a whole. */
type Spot = SheetField | { column: string } | null;
type Note = (reason: FindingReason, spot: Spot, more?: Partial<Finding>) => void;

function noteFor(findings: Finding[], row: Row, mapping: SheetMapping): Note {
  return (reason, spot, more) => {
    const column =
      spot === null ? null : typeof spot === 'string' ? (mapping.columns[spot] ?? null) : spot.column;
    const cell = column === null ? '' : (row.named[column] ?? '');
    findings.push({ line: row.line, column, cell: cell.slice(0, 120), reason, ...more });
  };
}

function named(sheet: Sheet, mapping: SheetMapping, line: number, raw: readonly string[]): Row {
  const cellsByName: Record<string, string> = {};
  for (const [index, column] of sheet.columns.entries()) cellsByName[column] = raw[index]?.trim() ?? '';
  const cells: Cells = {};
  for (const field of sheetFields) {
    const column = mapping.columns[field];
    if (column !== undefined) cells[field] = cellsByName[column] ?? '';
  }
  return { line, cells, named: cellsByName, raw };
}

function dateOrder(sheet: Sheet, mapping: SheetMapping): { order: DateOrder; ambiguous: boolean } {
  const index = sheet.columns.indexOf(mapping.columns.date ?? '');
  const order = index < 0 ? undefined : orderOf(sheet.rows.map(({ cells }) => cells[index] ?? ''));
  return { order: order ?? 'month_first', ambiguous: order === undefined };
}

/** The key's cells as they stand; a row without them is known by everything it says. */
function idOf(row: Row, mapping: SheetMapping): string {
  const parts = mapping.key.map((column) => row.named[column]?.trim() ?? '');
  const id = parts.join('/');
  if (parts.some(Boolean) && id.length <= 200) return id;
  const digest = createHash('sha256').update(JSON.stringify(parts.some(Boolean) ? parts : row.named));
  return digest.digest('hex').slice(0, 40);
}

type Circumstances = Surroundings & { order: DateOrder; ambiguous: boolean };

function judgeRow(
  row: Row,
  extra: number,
  mapping: SheetMapping,
  around: Circumstances,
  note: Note,
): GoodRow | null {
  if (extra !== 0) {
    // Blank cells at the end are a habit of spreadsheets, a short line is a cut file.
    const isBlank = extra > 0 && row.raw.slice(-extra).every((cell) => cell.trim() === '');
    if (!isBlank) {
      note(extra > 0 ? 'too_many_cells' : 'cut_row', null);
      return null;
    }
  }
  const position = placeOf(row, mapping, around, note);
  const seenAt = momentOf(row, mapping, around, note);
  const amounts = amountsOf(row, mapping, note);
  if (!position || !seenAt || !amounts) return null;
  if (row.raw.some((cell) => cell.includes('\uFFFD'))) note('letters_lost', null);
  if (row.cells.kind && readKind(row.cells.kind) === null) note('kind_unknown', 'kind');
  if (lengthOf(row.cells) > mostMetresOfShore) note('length_doubtful', 'shore_length_m');
  const end = endOf(row, mapping);
  askAboutPlace(position, around, note);
  return { ...row, position, end, seenAt, ...amounts };
}

function placeOf(
  { cells }: Row,
  mapping: SheetMapping,
  { places }: Circumstances,
  note: Note,
): Position | null {
  const key = cells.place_key;
  const listed = key === undefined ? undefined : places?.get(key);
  if (key !== undefined && !cells.lat && !cells.coordinates && !listed) {
    note('place_unknown', 'place_key');
    return null;
  }
  const given: Cells = listed ? { lat: String(listed.lat), lon: String(listed.lon) } : cells;
  const judged = judgePlace(given, mapping);
  if (!judged.ok) {
    const at = key !== undefined && listed ? 'place_key' : judged.field;
    note(judged.reason, at, judged.mended ? { mended: judged.mended } : {});
    return null;
  }
  if (judged.mended) note('mended', cells.lat ? 'lat' : 'coordinates', { mended: judged.position });
  return judged.position;
}

/** The other end of a transect; one that is wrong is left out, the place itself is right. */
function endOf({ cells }: Row, mapping: SheetMapping): Position | null {
  if (!cells.lat_end || !cells.lon_end) return null;
  const judged = judgePlace({ lat: cells.lat_end, lon: cells.lon_end }, mapping);
  return judged.ok ? judged.position : null;
}

function askAboutPlace(position: Position, { metresInland }: Circumstances, note: Note): void {
  const inland = metresInland?.(position) ?? null;
  if (inland === null || !metresInland) return;
  if (inland > farInland) return note('inland', 'lat', { other: String(Math.round(inland / 1000)) });
  const inChina = position.lon < 123.5 && position.lat > 20;
  if (!inChina || inland < telling) return;
  const original = unshifted(position);
  const then = metresInland(original);
  if (then !== null && then < inland - telling) note('gcj02', 'lat', { mended: original });
}

function momentOf({ cells }: Row, mapping: SheetMapping, around: Circumstances, note: Note): Date | null {
  const { date = '', time = '' } = cells;
  if (!date) {
    note('date_missing', mapping.columns.date === undefined ? null : 'date');
    return null;
  }
  const read = readDate(time && !/[:시时]/.test(date) ? `${date} ${time}` : date, around.order);
  if (!read.ok) {
    note(read.fault, 'date');
    return null;
  }
  const { year, month, day, time: clock, offset, ambiguous } = read.date;
  if (year < oldest) {
    note('date_too_old', 'date');
    return null;
  }
  if (ambiguous && around.ambiguous) note('date_ambiguous', 'date');
  // A day without a time is its noon in Korea: the same day everywhere. Exports say their times in UTC.
  const zone = mapping.source === 'tideline-export' ? 0 : mapping.language === 'zh' ? 480 : 540;
  const east = clock === null ? 540 : (offset ?? zone);
  const [hour = 12, minute = 0, second = 0] = clock?.split(':').map(Number) ?? [];
  const moment = new Date(Date.UTC(year, month - 1, day, hour, minute, second) - east * 60_000);
  if (moment.getTime() > around.now.getTime() + 86_400_000) {
    note('date_future', 'date');
    return null;
  }
  return moment;
}

type RowAmounts = { amounts: SheetAmount[]; words: string[]; found: number };

function amountsOf(row: Row, mapping: SheetMapping, note: Note): RowAmounts | null {
  const wide = Object.entries(mapping.items);
  if (wide.length > 0) return wideAmounts(row, wide, mapping, note);
  const { amount: cell = '', item: name = '', unit: unitCell = '', origin = '' } = row.cells;
  const exported = exportedAmounts(cell);
  if (exported) return { amounts: exported, words: [], found: 0 };
  const read = readAmount(cell);
  if (!read.ok) {
    note(read.fault, 'amount');
    return null;
  }
  if (!read.amount || read.amount.value === 0) return { amounts: [], words: [], found: 0 };
  const { value, method } = read.amount;
  const label = [name, origin].filter(Boolean).join(', ');
  const words = [`- ${label ? `${label}: ` : ''}${cell}${unitCell ? ` ${unitCell}` : ''}`];
  const unit = read.amount.unit ?? (unitCell ? readUnit(unitCell) : unitOfHead(mapping));
  if (unit === null) {
    note('unit_unknown', 'unit');
    return { amounts: [], words, found: value };
  }
  return { amounts: [{ item: itemOf(row, mapping, note), value, unit, method }], words, found: value };
}

/** "무게(kg)" and "重量(吨)" say their unit in the head. */
function unitOfHead(mapping: SheetMapping): AmountUnit {
  const inBrackets = /[([（]([^)\]）]+)[)\]）]\s*$/.exec(mapping.columns.amount ?? '')?.[1];
  return (inBrackets ? readUnit(inBrackets) : null) ?? mapping.unit;
}

function itemOf(row: Row, mapping: SheetMapping, note: Note): WasteItem {
  const code = mapping.itemCode === undefined ? '' : (row.named[mapping.itemCode] ?? '');
  const { item: name = '' } = row.cells;
  const known = mapping.itemCodes[code] ?? mapping.itemCodes[name] ?? (name ? readItem(name) : 'unsorted');
  if (known === null) note('item_unknown', 'item');
  return known ?? 'other';
}

function wideAmounts(
  row: Row,
  wide: [string, WasteItem][],
  mapping: SheetMapping,
  note: Note,
): RowAmounts | null {
  const sums = new Map<string, SheetAmount>();
  let isGood = true;
  for (const [column, item] of wide) {
    const read = readAmount(row.named[column] ?? '');
    if (!read.ok) {
      note(read.fault, { column });
      isGood = false;
    } else if (read.amount && read.amount.value > 0) {
      const { value, method } = read.amount;
      const unit = read.amount.unit ?? mapping.unit;
      const sum = sums.get(`${item} ${unit}`);
      if (sum) sum.value += value;
      else sums.set(`${item} ${unit}`, { item, value, unit, method });
    }
  }
  return isGood ? { amounts: [...sums.values()], words: [], found: 0 } : null;
}

/** `rope 12 items measured; foam_buoy 3 kg estimated`, or the JSON of a GeoJSON export. */
function exportedAmounts(cell: string): SheetAmount[] | null {
  const parts = cell.startsWith('[{') ? partsOfJson(cell) : cell.split(/;\s*/);
  const amounts: SheetAmount[] = [];
  for (const part of parts) {
    const [item = '', value = '', unit = '', method = ''] = part.split(' ');
    const [known, unitKnown] = [readItem(item), readUnit(unit)];
    if (!/^[a-z_]+$/.test(item) || known === null || unitKnown === null || !Number(value)) return null;
    amounts.push({
      item: known,
      value: Number(value),
      unit: unitKnown,
      method: method === 'measured' ? 'measured' : 'estimated',
    });
  }
  return amounts.length > 0 ? amounts : null;
}

function partsOfJson(cell: string): string[] {
  const part = /"item":"(\w+)","value":([\d.e+-]+),"unit":"(\w+)","method":"(\w+)"/g;
  return [...cell.matchAll(part)].map((found) => found.slice(1).join(' '));
}

function incidentOf(
  id: string,
  first: GoodRow,
  rows: readonly GoodRow[],
  mapping: SheetMapping,
  plain: (text: string) => string,
): SheetIncident {
  const { cells, named: byName, position, end } = first;
  const filled = (template: string | undefined) =>
    template
      ?.replace(/\{([^}]+)\}/g, (_, column: string) => byName[column] ?? '')
      .replace(/\s+/g, ' ')
      .trim();
  const placeName = (filled(mapping.placeName) || cells.place_name || '').slice(0, 140);
  const day = new Date(first.seenAt.getTime() + 9 * 3_600_000).toISOString().slice(0, 10);
  const title = cells.title || filled(mapping.title) || `${placeName || mapping.source} · ${day}`;
  const words = rows.flatMap((row) => row.words);
  const asText = mapping.columns.item === undefined && mapping.columns.unit === undefined ? [] : words;
  const length = lengthOf(cells);
  const measured = end ? metresBetween(position, end) : 0;
  const stated = length > 0 && length <= mostMetresOfShore ? length : null;
  const middle =
    end && measured < mostMetresOfShore
      ? { lat: (position.lat + end.lat) / 2, lon: (position.lon + end.lon) / 2 }
      : position;
  return {
    id,
    number: cells.number || null,
    lines: rows.map(({ line }) => line),
    kind: (cells.kind ? readKind(cells.kind) : null) ?? mapping.kind,
    compartment: (cells.compartment ? readCompartment(cells.compartment) : null) ?? mapping.compartment,
    hazard: (cells.hazard ? readHazard(cells.hazard) : null) ?? 'none',
    title: plain(title).slice(0, 140),
    text: plain([cells.text ?? '', asText.join('\n')].filter(Boolean).join('\n\n')).slice(0, 6000),
    ...middle,
    placeName: plain(placeName),
    shoreLengthM: stated ?? (measured > 0 && measured < mostMetresOfShore ? Math.round(measured) : null),
    seenAt: first.seenAt,
    amounts: rows.flatMap((row) => row.amounts),
    clues: cluesOf(rows),
  };
}

/** Metres of shore that a sheet states; 0 where it does not. */
function lengthOf({ shore_length_m: cell = '' }: Cells): number {
  const length = Number(cell.replace(/,/g, '').replace(/\s*m$/i, ''));
  return Number.isFinite(length) ? length : 0;
}

const asItStands = (text: string) => text;

/** A text that a spreadsheet would run is exported to a text file behind an apostrophe. */
function unquoted(text: string): string {
  return text.replace(/^'(?='*[=+\-@\t\r])/, '');
}

function cluesOf(rows: readonly GoodRow[]): SheetIncident['clues'] {
  const counts = new Map<string, number>();
  for (const { cells, found } of rows) {
    if (cells.origin && found > 0) counts.set(cells.origin, (counts.get(cells.origin) ?? 0) + found);
  }
  return [...counts]
    .sort(([a], [b]) => a.localeCompare(b, 'ko'))
    .map(([note, count]) => ({
      evidence: 'survey_record' as const,
      count: Math.round(count),
      note: note.slice(0, 300),
    }));
}
