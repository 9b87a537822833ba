import type { Feature, LineString } from 'geojson';
import { decodeLine } from '../basemap/coast-code.ts';
import type { CoastStretches } from '../basemap/divide-coast.ts';
import type { Theme } from '../style.ts';
import type { Overlay } from './overlay.ts';

/** Steps of the number of incidents along a stretch of coast, and their colours from few to many. */
export const stretchSteps = [0, 1, 5, 15, 40] as const;
export const stretchColours = {
  light: ['#84928f', '#7fb0b9', '#3d8a9b', '#0b6477', '#06333d'],
  dark: ['#50666e', '#2f7685', '#5cc4d6', '#a5e2ec', '#e9fbff'],
} as const satisfies Record<Theme, readonly string[]>;

/** Which of the steps a number of incidents is in. */
export function stretchStep(count: number): number {
  return stretchSteps.findLastIndex((least) => count >= least);
}

/** The coast by who answers for it, the more incidents the deeper. */
export function stretchOverlay(
  stretches: CoastStretches,
  counts: ReadonlyMap<string, { count: number; name: string }>,
  theme: Theme,
): Overlay {
  return {
    sources: {
      stretches: {
        type: 'FeatureCollection',
        features: stretches.flatMap(({ owner, lines }) => {
          const { count = 0, name = '' } = counts.get(owner) ?? {};
          const step = stretchStep(count);
          const properties = { owner, title: name, colour: stretchColours[theme][step], step };
          return lines.map((line): Feature<LineString> => ({
            type: 'Feature',
            properties,
            geometry: { type: 'LineString', coordinates: decodeLine(line) },
          }));
        }),
      },
    },
    layers: [
      {
        id: 'stretches',
        type: 'line',
        source: 'stretches',
        layout: { 'line-cap': 'butt', 'line-join': 'round', 'line-sort-key': ['get', 'step'] },
        paint: {
          'line-color': ['get', 'colour'],
          'line-width': ['interpolate', ['linear'], ['zoom'], 4, 2.2, 8, 5, 11, 8],
          'line-opacity': 0.9,
        },
      },
    ],
  };
}
