import type { Feature, Point } from 'geojson';
import type { Theme } from '../style.ts';
import type { Overlay } from './overlay.ts';

/** Monthly mean wind at one point: month from 1, degrees, metres per second towards east and north. */
export type WindRow = [month: number, lon: number, lat: number, u: number, v: number];

/** Rows come from a JSON file, where a row is no more than a list of numbers. */
export function isWindRow(row: readonly number[]): row is WindRow {
  return row.length === 5;
}

type WindArrow = { lon: number; lat: number; metresPerSecond: number; towards: number };

/** The arrows of a month. `towards` is where the wind blows to, in degrees clockwise from north. */
export function windArrows(rows: readonly WindRow[], month: number): WindArrow[] {
  return rows.flatMap(([of, lon, lat, u, v]) =>
    of === month
      ? [
          {
            lon,
            lat,
            metresPerSecond: Math.hypot(u, v),
            towards: ((Math.atan2(u, v) * 180) / Math.PI + 360) % 360,
          },
        ]
      : [],
  );
}

/** Arrows of the prevailing wind, the longer the stronger. */
export function windOverlay(rows: readonly WindRow[], month: number, theme: Theme): Overlay {
  return {
    sources: {
      wind: {
        type: 'FeatureCollection',
        features: windArrows(rows, month).map(({ lon, lat, metresPerSecond, towards }): Feature<Point> => ({
          type: 'Feature',
          properties: { towards, speed: metresPerSecond },
          geometry: { type: 'Point', coordinates: [lon, lat] },
        })),
      },
    },
    layers: [
      {
        id: 'wind',
        type: 'symbol',
        source: 'wind',
        layout: {
          'icon-image': `wind-arrow/${theme}`,
          'icon-rotate': ['get', 'towards'],
          'icon-rotation-alignment': 'map',
          'icon-size': ['interpolate', ['linear'], ['get', 'speed'], 0, 0.4, 8, 1.3],
          'icon-allow-overlap': true,
          'icon-ignore-placement': true,
        },
      },
    ],
    images: new Map([[`wind-arrow/${theme}`, () => drawArrow(theme)]]),
  };
}

function drawArrow(theme: Theme) {
  const [width, height, pixelRatio] = [20, 44, 2];
  const canvas = document.createElement('canvas');
  canvas.width = width * pixelRatio;
  canvas.height = height * pixelRatio;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return undefined;
  context.scale(pixelRatio, pixelRatio);
  const arrow = new Path2D('M10 41V6M4.5 12.5 10 5l5.5 7.5');
  context.lineCap = context.lineJoin = 'round';
  context.lineWidth = 5;
  context.strokeStyle = theme === 'light' ? 'rgba(251,250,246,.8)' : 'rgba(13,27,34,.8)';
  context.stroke(arrow);
  context.lineWidth = 2;
  context.strokeStyle = theme === 'light' ? '#1f4f5d' : '#8fc3d0';
  context.stroke(arrow);
  return { data: context.getImageData(0, 0, canvas.width, canvas.height), pixelRatio };
}
