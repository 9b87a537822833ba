import type { MapGeoJSONFeature } from 'maplibre-gl';

/** A mark in view that the keyboard can stop at; marks of tiles have a number and no title. */
export type Stop = { lon: number; lat: number; number: string; title: string; count: number };

const isMark = (layer: string) =>
  layer.startsWith('incident-') || layer === 'seats' || layer === 'seat-provinces';

/** The marks among what is drawn, each once, as one reads: from north to south, then from west to east. */
export function stopsOf(
  features: readonly Pick<MapGeoJSONFeature, 'geometry' | 'properties' | 'layer'>[],
): Stop[] {
  const stops = new Map<string, Stop>();
  for (const { geometry, properties, layer } of features) {
    if (geometry.type !== 'Point' || !isMark(layer.id)) continue;
    const [lon = 0, lat = 0] = geometry.coordinates;
    const count = typeof properties.point_count === 'number' ? properties.point_count : 1;
    stops.set(`${lon.toFixed(5)},${lat.toFixed(5)}`, {
      lon,
      lat,
      number: String(properties.number ?? ''),
      title: String(properties.title ?? ''),
      count,
    });
  }
  return [...stops.values()].sort((a, b) => b.lat - a.lat || a.lon - b.lon);
}

/** The stop after (1) or before (-1) this one; it begins anew at the end, and where the last stop is gone. */
export function nextStop(stops: readonly Stop[], last: Stop | undefined, step: 1 | -1): number {
  if (stops.length === 0) return -1;
  const at = stops.findIndex(({ lon, lat }) => lon === last?.lon && lat === last.lat);
  if (at < 0) return step === 1 ? 0 : stops.length - 1;
  return (at + step + stops.length) % stops.length;
}
