import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Feature, FeatureCollection, GeoJSON, Geometry } from 'geojson';

/** The layers of the basemap, in the order in which they are written into a tile. */
export const baseLayers = ['land', 'lakes', 'rivers', 'admin1', 'border', 'bathy', 'places'] as const;

export type BaseLayer = (typeof baseLayers)[number];

export type BaseSources = Record<BaseLayer, FeatureCollection>;

/** The area that the sources cover: west, south, east, north in degrees. */
export const baseBounds = [113.5, 26.5, 133.5, 43.5] as const;

/** Reads all source files. Some are bare geometry collections; all come out as features. */
export function readSources(): BaseSources {
  return {
    land: readSource('land'),
    lakes: readSource('lakes'),
    rivers: readSource('rivers'),
    admin1: readSource('admin1'),
    border: readSource('border'),
    bathy: readSource('bathy'),
    places: readSource('places'),
  };
}

function readSource(layer: BaseLayer): FeatureCollection {
  const file = new URL(`source/${layer}.geojson.gz`, import.meta.url);
  const data: GeoJSON = JSON.parse(gunzipSync(readFileSync(file)).toString('utf8'));
  return { type: 'FeatureCollection', features: featuresOf(data) };
}

function featuresOf(data: GeoJSON): Feature[] {
  if (data.type === 'FeatureCollection') return data.features;
  if (data.type === 'Feature') return [data];
  const geometries: Geometry[] = data.type === 'GeometryCollection' ? data.geometries : [data];
  return geometries.map((geometry) => ({ type: 'Feature', properties: {}, geometry }));
}
