import { z } from 'zod';
import type { ReadSheet } from './sheet.ts';

const number = z.number();
const position = z.array(number).min(2);
const geometry = z.object({ type: z.string(), coordinates: z.unknown() }).nullable();
const feature = z.object({
  type: z.literal('Feature'),
  id: z.union([z.string(), z.number()]).optional(),
  geometry: geometry.optional(),
  properties: z.record(z.string(), z.unknown()).nullable().optional(),
});
const collection = z.object({ type: z.literal('FeatureCollection'), features: z.array(z.unknown()) });

/** Columns that a feature's geometry becomes; a line is its two ends, like a transect. */
const placeColumns = ['longitude', 'latitude', 'longitude_end', 'latitude_end'] as const;

/** GeoJSON (RFC 7946) as a sheet: one feature a row, its properties the columns. A line of it is a feature's number. */
export function readGeojson(text: string): ReadSheet {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { ok: false, fault: 'broken_json', line: text.split('\n').length };
  }
  const one = feature.safeParse(json);
  const many = collection.safeParse(json);
  if (!one.success && !many.success) return { ok: false, fault: 'not_geojson', line: 1 };
  const features = many.success ? many.data.features : [json];
  const columns = new Set<string>(placeColumns);
  const records: Record<string, string>[] = [];
  for (const [index, each] of features.entries()) {
    const read = feature.safeParse(each);
    if (!read.success) return { ok: false, fault: 'not_geojson', line: index + 1 };
    const record: Record<string, string> = {};
    for (const [name, value] of Object.entries(read.data.properties ?? {})) record[name] = textOf(value);
    if (read.data.id !== undefined && record['id'] === undefined) record['id'] = String(read.data.id);
    const ends = endsOf(read.data.geometry?.coordinates);
    for (const [side, end] of [ends.first, ends.last].entries()) {
      if (!end) continue;
      record[placeColumns[side * 2] ?? ''] = String(end[0]);
      record[placeColumns[side * 2 + 1] ?? ''] = String(end[1]);
    }
    for (const name of Object.keys(record)) columns.add(name);
    records.push(record);
  }
  const names = [...columns];
  const rows = records.map((record, index) => ({
    line: index + 1,
    cells: names.map((name) => record[name] ?? ''),
  }));
  return { ok: true, sheet: { format: 'geojson', encoding: null, columns: names, rows } };
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

type Ends = { first?: number[] | undefined; last?: number[] | undefined };

/** A point is itself; of lines and areas the first and the last corner are what a sheet has columns for. */
function endsOf(coordinates: unknown): Ends {
  const point = position.safeParse(coordinates);
  if (point.success) return { first: point.data };
  if (!Array.isArray(coordinates)) return {};
  const line = coordinates.flatMap((each: unknown) => {
    const corner = position.safeParse(each);
    return corner.success ? [corner.data] : [];
  });
  if (line.length === 0) return coordinates.length > 0 ? endsOf(coordinates[0]) : {};
  return line.length === 1 ? { first: line[0] } : { first: line[0], last: line.at(-1) };
}
