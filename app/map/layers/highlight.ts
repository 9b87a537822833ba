import type { ExpressionSpecification } from 'maplibre-gl';
import { tileShape } from '#app/domain/incident/map-tile.ts';
import type { MapHandle } from '../engine.client.ts';
import type { IncidentNews } from '../incident-point.ts';
import { tileAddress } from '../incident-requests.ts';
import type { Theme } from '../style.ts';

const [tiles, beside] = ['highlight-tiles', 'highlight-beside'] as const;
const colours = { light: '#b93a19', dark: '#ff9a76' } as const satisfies Record<Theme, string>;

/** A little wider than the mark: donuts have four sizes, single marks one. */
const radius: ExpressionSpecification = [
  'case',
  ['!', ['has', 'point_count']],
  15,
  ['step', ['get', 'point_count'], 20, 10, 24, 30, 28, 80, 32],
];

/**
 * Rings around what these filters find, above the marks; returns the way to take them off. They come from tiles of their
 * own, so that they are exact whatever one filters by.
 */
export function addHighlight(
  handle: MapHandle,
  { version, points, gone }: IncidentNews,
  query: string,
  theme: Theme,
): () => void {
  const { map } = handle;
  let lost = false;
  const onRemove = () => {
    lost = true;
  };
  map.on('remove', onRemove);
  const paint = {
    'circle-radius': radius,
    'circle-color': colours[theme],
    'circle-opacity': 0.1,
    'circle-stroke-color': colours[theme],
    'circle-stroke-width': 3,
  };
  const stop = handle.onStyle(() => {
    if (map.getSource(tiles)) return;
    const address = tileAddress(version, query);
    map.addSource(tiles, { type: 'vector', tiles: [address], minzoom: 0, maxzoom: tileShape.maxZoom });
    map.addSource(beside, {
      type: 'geojson',
      data: {
        type: 'FeatureCollection',
        features: points.map(({ lon, lat }) => ({
          type: 'Feature',
          properties: {},
          geometry: { type: 'Point', coordinates: [lon, lat] },
        })),
      },
    });
    map.addLayer({
      id: tiles,
      type: 'circle',
      source: tiles,
      'source-layer': tileShape.layer,
      filter: ['!', ['in', ['get', 'number'], ['literal', gone]]],
      paint,
    });
    map.addLayer({ id: beside, type: 'circle', source: beside, paint });
  });
  return () => {
    stop();
    if (lost) return;
    map.off('remove', onRemove);
    for (const id of [tiles, beside]) {
      if (map.getLayer(id)) map.removeLayer(id);
      if (map.getSource(id)) map.removeSource(id);
    }
  };
}
