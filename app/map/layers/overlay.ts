import type { FeatureCollection } from 'geojson';
import type { AddLayerObject, GeoJSONSource } from 'maplibre-gl';
import type { MapHandle } from '../engine.client.ts';
import type { MarkImage } from './draw-mark.ts';

/** Something that is drawn over the chart, as a value: its data by source, its layers from below, and its images. */
export type Overlay = {
  sources: Readonly<Record<string, FeatureCollection>>;
  layers: readonly AddLayerObject[];
  /** Drawn when they are first needed; the name says everything that is in the picture. */
  images?: ReadonlyMap<string, () => MarkImage | undefined>;
  /** Above the marks and names; otherwise below the names of the chart. */
  onTop?: boolean;
};

export type ShownOverlay = { show(next: Overlay): void; remove(): void };

/** The lowest names of our own chart. Other styles have none of that name: then the overlay lies on top. */
const lowestName = 'label-sea';

/** Draws an overlay and keeps it when language or theme change. The view stays where it is. */
export function addOverlay(handle: MapHandle, initial: Overlay): ShownOverlay {
  const { map } = handle;
  let shown = initial;
  let gone = false;
  const onRemove = () => {
    gone = true;
  };
  map.on('remove', onRemove);

  const addImages = () => {
    for (const [id, draw] of shown.images ?? []) {
      const image = map.hasImage(id) ? undefined : draw();
      if (image) map.addImage(id, image.data, { pixelRatio: image.pixelRatio });
    }
  };
  const addLayers = () => {
    addImages();
    for (const [id, data] of Object.entries(shown.sources)) {
      if (!map.getSource(id)) map.addSource(id, { type: 'geojson', data });
    }
    const before = !shown.onTop && map.getLayer(lowestName) ? lowestName : undefined;
    for (const layer of shown.layers) {
      if (!map.getLayer(layer.id)) map.addLayer(layer, before);
    }
  };
  const stop = handle.onStyle(addLayers);

  return {
    show: (next) => {
      shown = next;
      if (gone) return;
      addImages();
      for (const [id, data] of Object.entries(next.sources))
        void map.getSource<GeoJSONSource>(id)?.setData(data);
    },
    remove: () => {
      stop();
      if (gone) return;
      map.off('remove', onRemove);
      for (const { id } of shown.layers) if (map.getLayer(id)) map.removeLayer(id);
      for (const id of Object.keys(shown.sources)) if (map.getSource(id)) map.removeSource(id);
    },
  };
}
