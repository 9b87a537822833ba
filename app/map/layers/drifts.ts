import type { Feature } from 'geojson';
import type { Theme } from '../style.ts';
import type { Overlay } from './overlay.ts';

export type DriftLine = {
  number: string;
  /** What is said when one points at it. */
  title: string;
  sightings: readonly { lat: number; lon: number }[];
};

/** Lines from the first sighting of a drifting mass to its last, with an arrow head at the end. */
export function driftOverlay(drifts: readonly DriftLine[], theme: Theme): Overlay {
  const ink = theme === 'light' ? '#0b2530' : '#e6eef0';
  const halo = theme === 'light' ? '#fbfaf6' : '#0d1b22';
  const lines = drifts.map(({ number, title, sightings }): Feature => ({
    type: 'Feature',
    properties: { number, title },
    geometry: { type: 'LineString', coordinates: sightings.map(({ lat, lon }) => [lon, lat]) },
  }));
  const places = drifts.flatMap(({ number, title, sightings }) =>
    sightings.map(({ lat, lon }, at): Feature => ({
      type: 'Feature',
      properties: {
        number,
        title,
        last: at === sightings.length - 1,
        turn: at === sightings.length - 1 ? bearing(sightings[at - 1] ?? { lat, lon }, { lat, lon }) : 0,
      },
      geometry: { type: 'Point', coordinates: [lon, lat] },
    })),
  );
  return {
    sources: {
      drifts: { type: 'FeatureCollection', features: lines },
      'drift-places': { type: 'FeatureCollection', features: places },
    },
    layers: [
      {
        id: 'drift-halo',
        type: 'line',
        source: 'drifts',
        layout: { 'line-cap': 'round', 'line-join': 'round' },
        paint: { 'line-color': halo, 'line-width': 5, 'line-opacity': 0.75 },
      },
      {
        id: 'drifts',
        type: 'line',
        source: 'drifts',
        layout: { 'line-join': 'round' },
        paint: { 'line-color': ink, 'line-width': 1.8, 'line-dasharray': [3, 2] },
      },
      {
        id: 'drift-places',
        type: 'circle',
        source: 'drift-places',
        filter: ['!', ['get', 'last']],
        paint: {
          'circle-radius': 3.5,
          'circle-color': halo,
          'circle-stroke-color': ink,
          'circle-stroke-width': 1.6,
        },
      },
      {
        id: 'drift-ends',
        type: 'symbol',
        source: 'drift-places',
        filter: ['get', 'last'],
        layout: {
          'icon-image': `drift-end/${theme}`,
          'icon-rotate': ['get', 'turn'],
          'icon-rotation-alignment': 'map',
          'icon-allow-overlap': true,
          'icon-ignore-placement': true,
        },
      },
    ],
    images: new Map([[`drift-end/${theme}`, () => drawHead(ink, halo)]]),
  };
}

type Place = { lat: number; lon: number };

/** The direction from one place to another on the map, in degrees clockwise from north. */
export function bearing(from: Place, to: Place): number {
  const east = (to.lon - from.lon) * Math.cos((((from.lat + to.lat) / 2) * Math.PI) / 180);
  return (Math.atan2(east, to.lat - from.lat) * 180) / Math.PI;
}

function drawHead(ink: string, halo: string) {
  const [size, pixelRatio] = [18, 2];
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = size * pixelRatio;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return undefined;
  context.scale(pixelRatio, pixelRatio);
  const head = new Path2D('M9 3 14 15 9 12.4 4 15z');
  context.lineJoin = 'round';
  context.lineWidth = 3;
  context.strokeStyle = halo;
  context.stroke(head);
  context.fillStyle = ink;
  context.fill(head);
  return { data: context.getImageData(0, 0, canvas.width, canvas.height), pixelRatio };
}
