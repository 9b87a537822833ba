import type { IncidentKind, IncidentStatus } from '#prisma/generated/enums.ts';
import type { Material } from './waste-items.ts';

/**
 * Incidents added up. `kg` is the weight of those whose weight is known (`weighed` of them); of the others nothing is
 * guessed, so it is a lower bound.
 */
export type Sum = { count: number; open: number; kg: number; weighed: number };

/** What a filter finds, from five sides. A government or month without an incident is not in it. */
export type IncidentSummary = {
  all: Sum;
  /** By the month of the sighting in Korea, as `2026-11`, oldest first. */
  month: (Sum & { key: string })[];
  kind: (Sum & { key: IncidentKind })[];
  /** An incident counts once for each class that it holds; one without amounts is in none. */
  material: (Sum & { key: Material })[];
  status: (Sum & { key: IncidentStatus })[];
  /** By responsible government, most incidents first. */
  government: (Sum & { key: string })[];
};

/** A part of the chart, in degrees of WGS 84. */
export type Box = { west: number; south: number; east: number; north: number };

/** The search parameter that carries a box. */
export const boxParam = 'box';

/** Reads `?box=124.5,35,127,37.2` (west, south, east, north); undefined if there is none or it makes no sense. */
export function readBox(search: URLSearchParams): Box | undefined {
  const text = search.get(boxParam) ?? '';
  if (!/^-?\d{1,3}(\.\d{1,6})?(,-?\d{1,3}(\.\d{1,6})?){3}$/.test(text)) return undefined;
  const [west = 0, south = 0, east = 0, north = 0] = text.split(',').map(Number);
  return west < east && south < north ? { west, south, east, north } : undefined;
}

/** A box as `readBox` reads it, to a tenth of a second of arc. */
export function writeBox({ west, south, east, north }: Box): string {
  return [west, south, east, north].map((degrees) => Number(degrees.toFixed(5))).join();
}

/** What still waits for somebody. */
export const openStatuses = ['reported', 'confirmed', 'responding'] as const satisfies IncidentStatus[];

/** First and last day of a month that is written `2026-11`. */
export function daysOfMonth(month: string): { from: string; to: string } {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return { from: `${month}-01`, to: `${month}-${String(last).padStart(2, '0')}` };
}

/** Every month from the first to the last, so that empty ones keep their place on the time axis. */
export function monthsBetween(first: string, last: string): string[] {
  const months: string[] = [];
  for (let at = ordinal(first); at <= ordinal(last); at++)
    months.push(`${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`);
  return months;
}

function ordinal(month: string): number {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return year * 12 + number - 1;
}

/** Comma-separated values as spreadsheets of all three languages read them: UTF-8 with a mark, quoted where needed. */
export function toCsv(rows: readonly (readonly (string | number)[])[]): string {
  const cell = (value: string | number) => {
    const text = String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}
