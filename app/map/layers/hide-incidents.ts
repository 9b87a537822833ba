import type { MapHandle } from '../engine.client.ts';

/** All layers of incidents but the selected one, which one has chosen to see. */
const isHidden = (id: string) => id.startsWith('incident-') && !id.startsWith('incident-selected');

/** Takes the marks of incidents off the map; returns the way to bring them back. */
export function hideIncidents(handle: MapHandle): () => void {
  const { map } = handle;
  let gone = false;
  const onRemove = () => {
    gone = true;
  };
  const show = (visibility: 'visible' | 'none') => {
    for (const { id } of map.getStyle()?.layers ?? []) {
      if (isHidden(id) && map.getLayoutProperty(id, 'visibility') !== visibility)
        map.setLayoutProperty(id, 'visibility', visibility);
    }
  };
  const hide = () => show('none');
  map.on('remove', onRemove);
  map.on('styledata', hide);
  const stop = handle.onStyle(hide);
  return () => {
    stop();
    if (gone) return;
    map.off('remove', onRemove);
    map.off('styledata', hide);
    show('visible');
  };
}
