import { Hazard, IncidentKind, IncidentStatus, Compartment } from '#prisma/generated/enums.ts';
import { incidentNumber } from './incident-number.ts';

/** Who an index is for: everybody who acts in a seat, or everybody. */
export type Audience = 'members' | 'public';

/** What the index knows of an incident that all members may see. */
export type MapRow = {
  number: string;
  /** `coarse`: everybody sees the middle of its cell. */
  seen: 'members' | 'public' | 'coarse';
  kind: IncidentKind;
  status: IncidentStatus;
  hazard: Hazard;
  compartment: Compartment;
  /** Responsible government, and its province, as numbers of the index. */
  government: number;
  parent: number;
  lat: number;
  lon: number;
  seenAt: Date;
};

/** What an index leaves out; the same questions as `incidentsWhere` asks, and `only` for what SQL has found. */
export type RowFilter = {
  kind: readonly IncidentKind[];
  status: readonly IncidentStatus[];
  compartment: readonly Compartment[];
  government: number | undefined;
  since: number | undefined;
  until: number | undefined;
  hazard: boolean;
  only: readonly number[] | undefined;
};

/**
 * The incidents column by column, in memory that the workers share: about 40 bytes each. A row never moves, and one that
 * is seen no more stays with `seen` 0.
 */
export type Columns = {
  seen: Uint8Array;
  kind: Uint8Array;
  status: Uint8Array;
  hazard: Uint8Array;
  compartment: Uint8Array;
  government: Uint16Array;
  parent: Uint16Array;
  year: Uint16Array;
  serial: Uint32Array;
  lat: Float64Array;
  lon: Float64Array;
  seenAt: Float64Array;
};

const kinds = Object.values(IncidentKind);
const statuses = Object.values(IncidentStatus);
const hazards = Object.values(Hazard);
const compartments = Object.values(Compartment);
const seenBy = ['nobody', 'members', 'public', 'coarse'] as const;

/** Columns for so many rows, all of them empty. */
export function makeColumns(rows: number): Columns {
  const shared = (bytes: number) => new SharedArrayBuffer(bytes * rows);
  return {
    seen: new Uint8Array(shared(1)),
    kind: new Uint8Array(shared(1)),
    status: new Uint8Array(shared(1)),
    hazard: new Uint8Array(shared(1)),
    compartment: new Uint8Array(shared(1)),
    government: new Uint16Array(shared(2)),
    parent: new Uint16Array(shared(2)),
    year: new Uint16Array(shared(2)),
    serial: new Uint32Array(shared(4)),
    lat: new Float64Array(shared(8)),
    lon: new Float64Array(shared(8)),
    seenAt: new Float64Array(shared(8)),
  };
}

/** Larger columns with the same rows in them. */
export function growColumns(columns: Columns, rows: number): Columns {
  const next = makeColumns(rows);
  next.seen.set(columns.seen);
  next.kind.set(columns.kind);
  next.status.set(columns.status);
  next.hazard.set(columns.hazard);
  next.compartment.set(columns.compartment);
  next.government.set(columns.government);
  next.parent.set(columns.parent);
  next.year.set(columns.year);
  next.serial.set(columns.serial);
  next.lat.set(columns.lat);
  next.lon.set(columns.lon);
  next.seenAt.set(columns.seenAt);
  return next;
}

/** What of a row is new: `moved` when a cluster would be another one. */
export type RowChange = 'none' | 'looks' | 'moved';

/** Writes a row, or with null makes it seen by nobody. */
export function writeRow(columns: Columns, at: number, row: MapRow | null): RowChange {
  if (!row) {
    const change = columns.seen[at] === 0 ? 'none' : 'moved';
    columns.seen[at] = 0;
    return change;
  }
  const [year, serial] = partsOf(row.number);
  const set = <Column extends Uint8Array | Uint16Array | Uint32Array | Float64Array>(
    column: Column,
    value: number,
  ): boolean => {
    const isNew = column[at] !== value;
    column[at] = value;
    return isNew;
  };
  const moves = [
    set(columns.year, year),
    set(columns.serial, serial),
    set(columns.kind, kinds.indexOf(row.kind)),
    set(columns.lat, row.lat),
    set(columns.lon, row.lon),
    // Last: a worker that looks meanwhile must not find a row half written.
    set(columns.seen, seenBy.indexOf(row.seen)),
  ];
  const looks = [
    set(columns.status, statuses.indexOf(row.status)),
    set(columns.hazard, hazards.indexOf(row.hazard)),
    set(columns.compartment, compartments.indexOf(row.compartment)),
    set(columns.government, row.government),
    set(columns.parent, row.parent),
    set(columns.seenAt, row.seenAt.getTime()),
  ];
  if (moves.some(Boolean)) return 'moved';
  return looks.some(Boolean) ? 'looks' : 'none';
}

/** The number of the incident in a row: "2026-0412". */
export function numberOf(columns: Columns, at: number): string {
  return incidentNumber(columns.year[at] ?? 0, columns.serial[at] ?? 0);
}

/** Which row an incident is in, by its number. Lists of small whole numbers: a map of a million texts is 100 MB. */
export function makeRowNumbers(): {
  get: (number: string) => number | undefined;
  set: (number: string, row: number) => void;
} {
  const years = new Map<number, number[]>();
  return {
    get: (number) => {
      const [year, serial] = partsOf(number);
      return years.get(year)?.[serial];
    },
    set: (number, row) => {
      const [year, serial] = partsOf(number);
      const rows = years.get(year) ?? [];
      rows[serial] = row;
      years.set(year, rows);
    },
  };
}

function partsOf(number: string): [year: number, serial: number] {
  const [year = 0, serial = 0] = number.split('-').map(Number);
  return [year, serial];
}

/** What a mark shows, and where it stands before anything is made coarse. */
export function readRow(columns: Columns, at: number) {
  return {
    number: numberOf(columns, at),
    kind: kinds[columns.kind[at] ?? 0] ?? 'derelict_gear',
    status: statuses[columns.status[at] ?? 0] ?? 'reported',
    hazard: hazards[columns.hazard[at] ?? 0] ?? 'none',
    lat: columns.lat[at] ?? 0,
    lon: columns.lon[at] ?? 0,
    coarseForPublic: columns.seen[at] === seenBy.indexOf('coarse'),
  };
}

/** The rows that an audience may see and a filter leaves. */
export function chooseRows(
  columns: Columns,
  rows: number,
  audience: Audience,
  filter: RowFilter,
): Uint32Array {
  const least = seenBy.indexOf(audience);
  const wanted = <Value>(values: readonly Value[], of: readonly Value[]) =>
    values.length === 0 ? undefined : new Set(values.map((value) => of.indexOf(value)));
  const kind = wanted(filter.kind, kinds);
  const status = wanted(filter.status, statuses);
  const compartment = wanted(filter.compartment, compartments);
  const hazard = filter.hazard ? wanted(['high', 'urgent'], hazards) : undefined;
  const { government, since, until } = filter;
  const only = filter.only && new Set(filter.only);
  const has = (set: Set<number> | undefined, column: Uint8Array, at: number) =>
    set === undefined || set.has(column[at] ?? -1);

  const chosen = new Uint32Array(rows);
  let count = 0;
  for (let at = 0; at < rows; at++) {
    const seenAt = columns.seenAt[at] ?? 0;
    if (
      (columns.seen[at] ?? 0) >= least &&
      has(kind, columns.kind, at) &&
      has(status, columns.status, at) &&
      has(compartment, columns.compartment, at) &&
      has(hazard, columns.hazard, at) &&
      (government === undefined ||
        columns.government[at] === government ||
        columns.parent[at] === government) &&
      (since === undefined || seenAt >= since) &&
      (until === undefined || seenAt < until) &&
      (only === undefined || only.has(at))
    ) {
      chosen[count] = at;
      count += 1;
    }
  }
  return chosen.slice(0, count);
}
