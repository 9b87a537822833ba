import { CsvError, parse } from 'csv-parse/sync';
import { decodeText } from './decode-text.server.ts';
import { readGeojson } from './read-geojson.ts';
import { readWorkbook } from './read-workbook.server.ts';
import { findHeadRow } from './suggest-mapping.ts';
import { type ReadSheet, type Sheet, type SheetFault, sheetLimits } from './sheet.ts';

/** Control characters, in a hundred letters, from which on a file is no text. */
const mostControls = 0.01;

/**
 * Reads a file as a sheet: CSV, TSV, XLSX, XLS or GeoJSON, whichever it is by its content. Whatever bytes come in, the
 * answer is a sheet or a fault with its line; it never throws.
 */
export function readSheet(bytes: Uint8Array): ReadSheet {
  if (bytes.length === 0) return fault('empty');
  if (bytes.length > sheetLimits.bytes) return fault('too_large');
  if (startsWith(bytes, [0x50, 0x4b])) return fromWorkbook(bytes, 'xlsx');
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return fromWorkbook(bytes, 'xls');
  const { text: raw, encoding } = decodeText(bytes);
  const text = raw.replace(/^\uFEFF/, '');
  if (text.trim() === '') return fault('empty');
  if (!isText(text)) return fault('not_a_sheet');
  if (/^\s*[{[]/.test(text)) {
    const read = readGeojson(text);
    return read.ok ? checked({ ...read.sheet, encoding }) : read;
  }
  if (/^\s*</.test(text) || text.startsWith('%PDF')) return fault('not_a_sheet');
  return fromText(text, encoding);
}

function fault(reason: SheetFault, line = 1): ReadSheet {
  return { ok: false, fault: reason, line };
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

function isText(text: string): boolean {
  const head = text.slice(0, 65_536);
  const controls = Array.from(head).filter(isControl).length;
  return controls <= head.length * mostControls;
}

/** White space and the escape of old encodings are text; U+FFFE and U+FFFF are in none. */
function isControl(letter: string): boolean {
  const code = letter.charCodeAt(0);
  const isBelowSpace = code < 0x20 && (code < 0x09 || code > 0x0d) && code !== 0x1b;
  return isBelowSpace || code >= 0xfffe;
}

function fromWorkbook(bytes: Uint8Array, format: 'xlsx' | 'xls'): ReadSheet {
  const book = readWorkbook(bytes, format);
  return book.ok ? withHead(book.rows, { format, encoding: null }) : fault(book.fault);
}

function fromText(text: string, encoding: Sheet['encoding']): ReadSheet {
  const delimiter = delimiterOf(text);
  try {
    const lines: number[] = [];
    const records: string[][] = parse(text, {
      delimiter,
      on_record: (record: string[], { lines: line }) => {
        lines.push(line);
        return record;
      },
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      to: sheetLimits.rows + 12,
      max_record_size: 4 * 1024 * 1024,
    });
    const rows = records
      .map((cells, index) => ({ line: lines[index] ?? index + 1, cells }))
      .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
    return withHead(rows, { format: delimiter === '\t' ? 'tsv' : 'csv', encoding });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line: unknown = error['lines'];
    return fault('quote_not_closed', typeof line === 'number' ? line : 1);
  }
}

/** The one that stands in most of the first lines, and in each as often. */
function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 65_536)
    .split(/\r\n|\r|\n/)
    .slice(0, 20)
    .filter((line) => line.trim() !== '')
    .map((line) => line.replace(/"(?:[^"]|"")*"/g, ''));
  const score = (delimiter: string) => {
    const counts = lines.map((line) => line.split(delimiter).length - 1).sort((a, b) => a - b);
    return counts[Math.floor((counts.length - 1) / 2)] ?? 0;
  };
  const candidates = ['\t', ';', ',', '|'];
  return candidates.reduce((best, one) => (score(one) > score(best) ? one : best), ',');
}

function withHead(rows: Sheet['rows'], shape: Pick<Sheet, 'format' | 'encoding'>): ReadSheet {
  const index = findHeadRow(rows.slice(0, 10).map(({ cells }) => cells));
  const head = rows[index];
  if (!head) return fault('empty');
  return checked({ ...shape, columns: namesOf(head.cells), rows: rows.slice(index + 1) });
}

function checked(sheet: Sheet): ReadSheet {
  if (sheet.rows.length === 0) return fault('no_rows');
  if (sheet.rows.length > sheetLimits.rows) return fault('too_many_rows', sheetLimits.rows);
  if (sheet.columns.length > sheetLimits.columns) return fault('too_many_columns');
  return { ok: true, sheet };
}

/** Every column has a name, and no two have the same. */
function namesOf(head: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return head.map((cell, index) => {
    const name = cell.replace(/\s+/g, ' ').trim().slice(0, 120) || `#${index + 1}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}
