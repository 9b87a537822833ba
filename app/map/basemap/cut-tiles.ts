import GeoJSONVT from 'geojson-vt';
import { fromVectorTileJs, GeoJSONWrapper } from '@maplibre/vt-pbf';
import type { FeatureCollection } from 'geojson';
import { baseBounds, baseLayers, type BaseLayer, type BaseSources } from './read-source.ts';

export type Tile = { z: number; x: number; y: number; bytes: Uint8Array };

export const baseZooms = { min: 0, max: 11 } as const;

const extent = 4096;

/** Cuts the layers into Mapbox vector tiles (version 2), zoom by zoom; tiles without any feature are left out. */
export function* cutTiles(
  layers: BaseSources,
  zooms: { min: number; max: number } = baseZooms,
): Iterable<Tile> {
  const options = { maxZoom: baseZooms.max, indexMaxZoom: 6, extent, buffer: 64, tolerance: 3 };
  const indexes = baseLayers
    .filter((name) => name !== 'places')
    .map((name) => ({ name, index: new GeoJSONVT(layers[name], options) }));

  for (let z = zooms.min; z <= zooms.max; z++) {
    const zoomed = [
      ...indexes,
      { name: 'places' as const, index: new GeoJSONVT(placesAt(layers.places, z), options) },
    ];
    const [west, south, east, north] = baseBounds;
    const [left, right] = [column(west, z), column(east, z)];
    const [top, bottom] = [row(north, z), row(south, z)];
    for (let x = left; x <= right; x++) {
      for (let y = top; y <= bottom; y++) {
        const bytes = encode(zoomed.map(({ name, index }) => [name, index.getTile(z, x, y)]));
        if (bytes) yield { z, x, y, bytes };
      }
    }
  }
}

/** A place is in the tiles from its own zoom on: `minz` is read here, not in the style. */
function placesAt(places: FeatureCollection, zoom: number): FeatureCollection {
  const features = places.features.filter(({ properties }) => Number(properties?.minz) <= zoom);
  return { type: 'FeatureCollection', features };
}

function encode(layers: [BaseLayer, ReturnType<GeoJSONVT['getTile']>][]): Uint8Array | undefined {
  const filled: Record<string, GeoJSONWrapper> = {};
  for (const [name, tile] of layers) {
    if (!tile || tile.features.length === 0) continue;
    const features = tile.features.map((feature) => ({ ...feature, tags: feature.tags ?? {} }));
    const layer = new GeoJSONWrapper(features, { version: 2, extent });
    layer.name = name;
    filled[name] = layer;
  }
  return Object.keys(filled).length > 0 ? fromVectorTileJs({ layers: filled }) : undefined;
}

function column(longitude: number, zoom: number): number {
  return Math.floor(((longitude + 180) / 360) * 2 ** zoom);
}

function row(latitude: number, zoom: number): number {
  const radians = (latitude * Math.PI) / 180;
  return Math.floor(((1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2) * 2 ** zoom);
}
