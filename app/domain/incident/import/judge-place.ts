import { type Position, readAngle, readCoordinates } from '../coordinates.ts';
import type { FindingReason } from './finding.ts';
import type { ImportRegion, SheetField } from './mapping.ts';

/** Metres of a degree on the equator of WGS 84: degrees that were taken for metres of a Mercator map come out divided. */
const metresPerDegree = 111_319.49;

/** Our seas with their coasts, from Xiamen to the head of the Bohai and to the Korean east coast. */
const yellowSea = { south: 22, north: 42, west: 115, east: 132.5 } as const;

export type JudgedPlace =
  | { ok: true; position: Position; mended?: { reason: FindingReason; from: Position } }
  | { ok: false; reason: FindingReason; field: SheetField; mended?: Position };

/** Says where a row lies, or what is wrong with its place, with the place that is probably meant. */
export function judgePlace(
  cells: Partial<Record<SheetField, string>>,
  { region, mend }: { region: ImportRegion; mend: boolean },
): JudgedPlace {
  const read = readPlace(cells);
  if (!('lat' in read)) return { ok: false, ...read };
  const field: SheetField = cells.lat ? 'lat' : 'coordinates';
  const fault = faultOf(read, region);
  if (fault === null) return { ok: true, position: rounded(read) };
  if (mend && fault.mended) {
    return { ok: true, position: fault.mended, mended: { reason: fault.reason, from: read } };
  }
  return { ok: false, field, ...fault };
}

/** Where a row says that it lies, right or wrong; null where that is nowhere on earth. */
export function placeAsSaid(cells: Partial<Record<SheetField, string>>): Position | null {
  const read = readPlace(cells);
  return 'lat' in read && isOnEarth(read) ? rounded(read) : null;
}

type Unread = { reason: FindingReason; field: SheetField };

function readPlace(cells: Partial<Record<SheetField, string>>): Position | Unread {
  const { lat = '', lon = '', coordinates = '' } = cells;
  if (lat && lon) {
    const [north, east] = [readAngle(lat), readAngle(lon)];
    if (north !== null && east !== null) return { lat: north, lon: east };
    return { reason: 'coordinates_unread', field: north === null ? 'lat' : 'lon' };
  }
  // Two numbers in one cell, wherever that cell is.
  const both = coordinates || lat || lon;
  if (!both) return { reason: 'coordinates_missing', field: 'lat' };
  const position = readCoordinates(both);
  if (position) return position;
  const field = coordinates ? 'coordinates' : lat ? 'lat' : 'lon';
  const half = !coordinates && readAngle(both) !== null;
  return { reason: half ? 'coordinates_missing' : 'coordinates_unread', field };
}

type Fault = { reason: FindingReason; mended?: Position };

function faultOf(position: Position, region: ImportRegion): Fault | null {
  const { lat, lon } = position;
  if (Math.abs(lat) < 1e-9 && Math.abs(lon) < 1e-9) return { reason: 'zero_island' };
  if (Math.abs(lat) < 90 / metresPerDegree && Math.abs(lon) < 180 / metresPerDegree) {
    const mended = rounded({ lat: lat * metresPerDegree, lon: lon * metresPerDegree });
    return isWithin(mended, region)
      ? { reason: 'divided', mended }
      : { reason: 'outside_region', ...(isOnEarth(mended) && { mended }) };
  }
  if (isWithin(position, region)) return null;
  const swapped = { lat: lon, lon: lat };
  if (isWithin(swapped, region)) return { reason: 'swapped', mended: rounded(swapped) };
  if (!isOnEarth(position)) return { reason: 'coordinates_impossible' };
  const upright = { lat: Math.abs(lat), lon: Math.abs(lon) };
  if (isWithin(upright, region)) return { reason: 'sign_flipped', mended: rounded(upright) };
  const both = { lat: Math.abs(lon), lon: Math.abs(lat) };
  if (isWithin(both, region)) return { reason: 'swapped', mended: rounded(both) };
  return { reason: 'outside_region' };
}

function isOnEarth({ lat, lon }: Position): boolean {
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
}

function isWithin(position: Position, region: ImportRegion): boolean {
  if (region === 'any') return isOnEarth(position);
  const { lat, lon } = position;
  return lat >= yellowSea.south && lat <= yellowSea.north && lon >= yellowSea.west && lon <= yellowSea.east;
}

/** A metre is about 0.00001 degrees; more than a digit beyond that is noise. */
function rounded({ lat, lon }: Position): Position {
  return { lat: Math.round(lat * 1e6) / 1e6, lon: Math.round(lon * 1e6) / 1e6 };
}
