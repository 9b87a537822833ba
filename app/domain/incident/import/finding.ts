import type { Position } from '../coordinates.ts';

/** What can be wrong with a row. Keys of `import:reason`; the value says whether its incident still comes in. */
export const findingReasons = {
  cut_row: 'rejected',
  too_many_cells: 'rejected',
  coordinates_missing: 'rejected',
  coordinates_unread: 'rejected',
  coordinates_impossible: 'rejected',
  place_unknown: 'rejected',
  zero_island: 'rejected',
  outside_region: 'rejected',
  swapped: 'rejected',
  sign_flipped: 'rejected',
  divided: 'rejected',
  date_missing: 'rejected',
  date_unread: 'rejected',
  date_impossible: 'rejected',
  date_future: 'rejected',
  date_too_old: 'rejected',
  amount_unread: 'rejected',
  amount_negative: 'rejected',
  duplicate_in_file: 'rejected',
  id_reused: 'rejected',
  number_of_another: 'rejected',
  held_back: 'rejected',
  mended: 'warning',
  date_ambiguous: 'warning',
  unit_unknown: 'warning',
  item_unknown: 'warning',
  kind_unknown: 'warning',
  letters_lost: 'warning',
  length_doubtful: 'warning',
  inland: 'warning',
  gcj02: 'warning',
  similar_there: 'warning',
} as const satisfies Record<string, 'rejected' | 'warning'>;
export type FindingReason = keyof typeof findingReasons;

/** One thing that is wrong at one cell of a sheet. */
export type Finding = {
  line: number;
  /** Null where it is about the row as a whole. */
  column: string | null;
  cell: string;
  reason: FindingReason;
  /** Where it probably is. */
  mended?: Position;
  /** Where the row says that it lies, when it does not come in; for the map. */
  place?: Position;
  /** The line, or the number of the incident, that it is about. */
  other?: string;
};

/** What will come in of a sheet, as a page shows it before. */
export type ImportPoint = {
  key: string;
  line: number;
  title: string;
  lat: number;
  lon: number;
  seenAt: Date;
  isWarned: boolean;
};

/** Rows that do not come in, each once, in the order of the file. */
export function rejectedLines(findings: readonly Finding[]): number[] {
  const lines = findings
    .filter(({ reason }) => findingReasons[reason] === 'rejected')
    .map(({ line }) => line);
  return [...new Set(lines)].sort((a, b) => a - b);
}
