import { gunzipSync } from 'node:zlib';
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { tileShape } from '#app/domain/incident/map-tile.ts';

/** A mark or a cluster of a tile, with its place in degrees. */
export type TileMark = {
  number: string | undefined;
  count: number;
  cluster: number | undefined;
  properties: Record<string, string | number | boolean>;
  lon: number;
  lat: number;
};

/** What stands in a vector tile of the incidents, gzipped or not. */
export function readMapTile(
  bytes: Uint8Array | null,
  { z, x, y }: { z: number; x: number; y: number },
): TileMark[] {
  if (!bytes) return [];
  const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
  const layer = new VectorTile(new PbfReader(plain)).layers[tileShape.layer];
  return Array.from({ length: layer?.length ?? 0 }, (_, at) => layer?.feature(at)).flatMap((feature) => {
    const geometry = feature?.toGeoJSON(x, y, z).geometry;
    if (!feature || geometry?.type !== 'Point') return [];
    const { properties } = feature;
    const [lon = 0, lat = 0] = geometry.coordinates;
    const { number, point_count, cluster_id } = properties;
    return {
      number: typeof number === 'string' ? number : undefined,
      count: typeof point_count === 'number' ? point_count : 1,
      cluster: typeof cluster_id === 'number' ? cluster_id : undefined,
      properties,
      lon,
      lat,
    };
  });
}

/** The tiles of a zoom that cover these places. */
export function tilesOver(places: readonly { lat: number; lon: number }[], z: number) {
  const tiles = new Map<string, { z: number; x: number; y: number }>();
  for (const { lat, lon } of places) {
    const sin = Math.sin((lat * Math.PI) / 180);
    const x = Math.floor((lon / 360 + 0.5) * 2 ** z);
    const y = Math.floor((0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)) * 2 ** z);
    // A cluster may lie in the tile beside those of its incidents.
    for (const dx of [-1, 0, 1])
      for (const dy of [-1, 0, 1]) tiles.set(`${x + dx}/${y + dy}`, { z, x: x + dx, y: y + dy });
  }
  return [...tiles.values()].filter(({ x, y }) => x >= 0 && y >= 0 && x < 2 ** z && y < 2 ** z);
}
