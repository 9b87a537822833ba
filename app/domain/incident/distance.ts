import type { Position } from './coordinates.ts';

/** Mean radius of the earth (IUGG), metres. */
const earthRadius = 6_371_008.8;

const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Great-circle distance in metres (haversine). */
export function metresBetween(a: Position, b: Position): number {
  const height = Math.sin(radians(b.lat - a.lat) / 2) ** 2;
  const width = Math.sin(radians(b.lon - a.lon) / 2) ** 2;
  const h = height + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * width;
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** The box of latitudes and longitudes that holds every place within `metres`; for a database's first look. */
export function boxAround({ lat, lon }: Position, metres: number) {
  const degrees = (metres / earthRadius) * (180 / Math.PI);
  // The edge that lies nearer to the pole is the narrowest.
  const width = degrees / Math.cos(radians(Math.min(89, Math.abs(lat) + degrees)));
  return {
    lat: { gte: lat - degrees, lte: lat + degrees },
    lon: { gte: lon - width, lte: lon + width },
  };
}
