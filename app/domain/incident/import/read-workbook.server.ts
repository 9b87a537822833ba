import { inflateRawSync } from 'node:zlib';
import { strFromU8, zipSync } from 'fflate';
import { read, SSF, utils, type WorkSheet } from '@e965/xlsx';
import { sheetLimits } from './sheet.ts';

export type Workbook =
  | { ok: true; rows: { line: number; cells: string[] }[] }
  | { ok: false; fault: 'broken_workbook' | 'unpacks_too_large' | 'not_a_sheet' | 'too_many_columns' };

/**
 * The first sheet of an XLSX or XLS workbook that has anything in it. A zip is unpacked here, under a limit that counts
 * what comes out, before the workbook is looked at.
 */
export function readWorkbook(bytes: Uint8Array, format: 'xlsx' | 'xls'): Workbook {
  let plain = bytes;
  if (format === 'xlsx') {
    const unpacked = unpack(bytes);
    if (!unpacked.ok) return unpacked;
    if (!('xl/workbook.xml' in unpacked.files || 'xl/workbook.bin' in unpacked.files)) {
      return { ok: false, fault: 'not_a_sheet' };
    }
    plain = zipSync(unpacked.files, { level: 0 });
  }
  try {
    const book = read(plain, {
      type: 'array',
      dense: true,
      cellFormula: false,
      cellHTML: false,
      cellNF: true,
      cellText: true,
      sheetRows: sheetLimits.rows + 12,
    });
    for (const name of book.SheetNames) {
      const sheet = book.Sheets[name];
      const rows = sheet ? rowsOf(sheet, book.Workbook?.WBProps?.date1904 === true) : [];
      if (rows === null) return { ok: false, fault: 'too_many_columns' };
      if (rows.length > 0) return { ok: true, rows };
    }
    return { ok: true, rows: [] };
  } catch {
    // The reader throws whatever it trips over; for us a workbook is whole or it is not.
    return { ok: false, fault: 'broken_workbook' };
  }
}

function rowsOf(sheet: WorkSheet, date1904: boolean): { line: number; cells: string[] }[] | null {
  const ref = sheet['!ref'];
  if (!ref) return [];
  const { s: start, e: end } = utils.decode_range(ref);
  if (end.c - start.c >= sheetLimits.columns) return null;
  const rows: { line: number; cells: string[] }[] = [];
  for (const [index, row] of (sheet['!data'] ?? []).entries()) {
    if (!row) continue;
    const cells: string[] = [];
    for (let column = start.c; column <= end.c; column += 1) cells.push(textOf(row[column], date1904));
    if (cells.some((cell) => cell !== '')) rows.push({ line: index + 1, cells });
  }
  return rows;
}

type WorkbookCell = { t?: string; v?: unknown; w?: string; z?: unknown };

function textOf(cell: WorkbookCell | undefined, date1904: boolean): string {
  if (!cell || cell.v === undefined || cell.v === null) return '';
  if (cell.t === 'e') return cell.w ?? '#ERROR!';
  if (typeof cell.v === 'number') {
    if (typeof cell.z === 'string' && SSF.is_date(cell.z)) return timeOf(cell.v + (date1904 ? 1462 : 0));
    return String(cell.v);
  }
  if (cell.v instanceof Date) return cell.v.toISOString();
  return typeof cell.v === 'string' ? cell.v.trim() : JSON.stringify(cell.v);
}

/** A serial of the calendar of 1900 as `2026-11-24` or `2026-11-24 02:40:00`. */
function timeOf(serial: number): string {
  const at = new Date(Math.round((serial - 25_569) * 86_400) * 1000);
  if (Number.isNaN(at.getTime())) return String(serial);
  const text = at.toISOString().replace('T', ' ').slice(0, 19);
  return Number.isInteger(serial) ? text.slice(0, 10) : text;
}

type Unpacked =
  | { ok: true; files: Record<string, Uint8Array> }
  | { ok: false; fault: 'broken_workbook' | 'unpacks_too_large' };

/** The files of a zip (APPNOTE 6.3.3), by its central directory; at most `sheetLimits.unpackedBytes` in all. */
function unpack(bytes: Uint8Array): Unpacked {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const files: Record<string, Uint8Array> = {};
  let left: number = sheetLimits.unpackedBytes;
  try {
    let end = bytes.length - 22;
    while (view.getUint32(end, true) !== 0x06054b50) end -= 1;
    const count = view.getUint16(end + 10, true);
    let at = view.getUint32(end + 16, true);
    for (let entry = 0; entry < count; entry += 1) {
      if (view.getUint32(at, true) !== 0x02014b50) return { ok: false, fault: 'broken_workbook' };
      const method = view.getUint16(at + 10, true);
      const size = view.getUint32(at + 20, true);
      const nameLength = view.getUint16(at + 28, true);
      const local = view.getUint32(at + 42, true);
      const name = strFromU8(bytes.subarray(at + 46, at + 46 + nameLength));
      const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      const packed = bytes.subarray(from, from + size);
      if (packed.length < size) return { ok: false, fault: 'broken_workbook' };
      // A zip of zips or of pictures only: what a sheet does not need stays packed.
      if (/\.(xml|rels|bin)$/i.test(name)) {
        const content =
          method === 0 ? packed : new Uint8Array(inflateRawSync(packed, { maxOutputLength: left }));
        left -= content.length;
        if (left <= 0) return { ok: false, fault: 'unpacks_too_large' };
        files[name] = content;
      }
      at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
    return { ok: true, files };
  } catch (error) {
    const tooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return { ok: false, fault: tooLarge ? 'unpacks_too_large' : 'broken_workbook' };
  }
}
