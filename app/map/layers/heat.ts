import type { Feature, Point } from 'geojson';
import type { HeatmapLayerSpecification } from 'maplibre-gl';
import type { Theme } from '../style.ts';
import type { Overlay } from './overlay.ts';

export type HeatCell = { lat: number; lon: number; kg: number; weighed: number; unweighed: number };

/** From which known weight a cell glows as strongly as it can. */
const fullKg = 20_000;

/** Sand to brown on the light chart, brown to sand on the dark one: never the colour of danger. */
export const heatColours = {
  light: ['rgba(176,138,84,0)', 'rgba(176,138,84,0.55)', '#94754a', '#6d4f26', '#3d2a10'],
  dark: ['rgba(148,117,74,0)', 'rgba(148,117,74,0.6)', '#c9a878', '#e8d0a6', '#fff3da'],
} as const satisfies Record<Theme, readonly string[]>;

/**
 * How strongly a weight glows, from 0 to 1: by its magnitude, because a sack and a barge lie on one map. Half a tonne
 * is somewhat more than half.
 */
export function heatWeight(kg: number): number {
  return Math.min(1, Math.log10(1 + Math.max(0, kg)) / Math.log10(1 + fullKg));
}

/** Known weight as heat; what was not weighed as small rings, so that cool is not taken for clean. */
export function heatOverlay(cells: readonly HeatCell[], theme: Theme): Overlay {
  const [none, low, middle, high, most] = heatColours[theme];
  const colour: NonNullable<HeatmapLayerSpecification['paint']>['heatmap-color'] = [
    'interpolate',
    ['linear'],
    ['heatmap-density'],
    ...[0, none, 0.15, low, 0.45, middle, 0.75, high, 1, most],
  ];
  return {
    sources: {
      heat: {
        type: 'FeatureCollection',
        features: cells.map(({ lat, lon, kg, unweighed }): Feature<Point> => ({
          type: 'Feature',
          properties: { weight: heatWeight(kg), unweighed },
          geometry: { type: 'Point', coordinates: [lon, lat] },
        })),
      },
    },
    layers: [
      {
        id: 'heat',
        type: 'heatmap',
        source: 'heat',
        filter: ['>', ['get', 'weight'], 0],
        paint: {
          'heatmap-weight': ['get', 'weight'],
          'heatmap-intensity': ['interpolate', ['linear'], ['zoom'], 4, 0.7, 8, 1.1, 12, 1.4],
          'heatmap-radius': ['interpolate', ['linear'], ['zoom'], 4, 16, 7, 34, 11, 60],
          'heatmap-color': colour,
          'heatmap-opacity': 0.85,
        },
      },
      {
        id: 'heat-unweighed',
        type: 'circle',
        source: 'heat',
        filter: ['>', ['get', 'unweighed'], 0],
        paint: {
          'circle-radius': ['interpolate', ['linear'], ['zoom'], 4, 2, 8, 3.2, 11, 4.5],
          'circle-color': 'rgba(0,0,0,0)',
          'circle-stroke-width': 1.2,
          'circle-stroke-color': theme === 'light' ? '#3f555e' : '#b3c4c9',
          'circle-stroke-opacity': 0.8,
        },
      },
    ],
  };
}
