import type { Reader } from '../actor.ts';

/** Metres of a degree of latitude on a sphere of WGS 84's equatorial radius. */
export const metresPerDegree = 111_319.49;
/** Edge of a cell of the coarse grid, metres. */
export const coarseMetres = 500;

type Placed = { lat: number; lon: number; coarseForPublic: boolean };

/** Where a reader may see an incident. */
export type ShownPlace = {
  /** WGS 84, degrees. */
  lat: number;
  lon: number;
  /** It is the middle of a cell and not the place. */
  coarse: boolean;
};

/**
 * The place of an incident for a reader: the exact one for members, for guests of a coarse one the middle of its cell in
 * a grid of 500 m. The grid is fixed to the earth, so every place of a cell gives the same answer and nothing else can be
 * worked out from it.
 */
export function shownPlace(reader: Reader, { lat, lon, coarseForPublic }: Placed): ShownPlace {
  if (reader || !coarseForPublic) return { lat, lon, coarse: false };
  const latStep = coarseMetres / metresPerDegree;
  const middleLat = middleOf(lat, latStep);
  // Of the row and not of the place: two places of one cell must not differ.
  const lonStep = latStep / Math.cos((middleLat * Math.PI) / 180);
  return { lat: round(middleLat), lon: round(middleOf(lon, lonStep)), coarse: true };
}

function middleOf(degrees: number, step: number): number {
  return (Math.floor(degrees / step) + 0.5) * step;
}

/** About a metre: no digits that say nothing. */
function round(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}

/**
 * An incident with its shown place instead of its own, and without the decision itself. Where the place is coarse its
 * name is left out, too.
 */
export function withShownPlace<T extends Placed & { placeName: string | null }>(
  reader: Reader,
  incident: T,
): Omit<T, 'coarseForPublic'> & ShownPlace {
  const { coarseForPublic, ...rest } = incident;
  const place = shownPlace(reader, { lat: incident.lat, lon: incident.lon, coarseForPublic });
  return { ...rest, ...place, placeName: place.coarse ? null : incident.placeName };
}
