/** The kinds of files that can be read; which one it is says the content, never the name. */
export type SheetFormat = 'csv' | 'tsv' | 'xlsx' | 'xls' | 'geojson';

export type SheetEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'euc-kr' | 'gb18030' | 'windows-1252';

/** A sheet as read: texts only, times as `2026-11-24 02:40:00`, numbers with a decimal point. */
export type Sheet = {
  format: SheetFormat;
  /** Null where the format has one of its own. */
  encoding: SheetEncoding | null;
  columns: string[];
  /** `line` is that of the file, or the row of the workbook, or the number of the feature. */
  rows: { line: number; cells: string[] }[];
};

/** Why a file is no sheet at all. Keys of `import:fault`. */
export const sheetFaults = [
  'empty',
  'too_large',
  'too_many_rows',
  'too_many_columns',
  'unpacks_too_large',
  'not_a_sheet',
  'broken_workbook',
  'broken_json',
  'not_geojson',
  'quote_not_closed',
  'no_rows',
] as const;
export type SheetFault = (typeof sheetFaults)[number];

export type ReadSheet = { ok: true; sheet: Sheet } | { ok: false; fault: SheetFault; line: number };

/** What a file may hold. A zip is measured by what comes out of it, not by what it says of itself. */
export const sheetLimits = {
  bytes: 32 * 1024 * 1024,
  unpackedBytes: 160 * 1024 * 1024,
  rows: 200_000,
  columns: 600,
} as const;
