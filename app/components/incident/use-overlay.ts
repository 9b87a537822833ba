import { useEffect, useRef } from 'react';
import type { MapHandle } from '#app/map/engine.client.ts';
import { addOverlay, type Overlay, type ShownOverlay } from '#app/map/layers/overlay.ts';

/** Keeps an overlay on the map while there is one, and in step with its data. */
export function useOverlay(handle: MapHandle, overlay: Overlay | undefined): void {
  const latest = useRef(overlay);
  const shown = useRef<ShownOverlay>();
  const isThere = overlay !== undefined;

  useEffect(() => {
    latest.current = overlay;
    if (overlay) shown.current?.show(overlay);
  }, [overlay]);

  useEffect(() => {
    if (!isThere || !latest.current) return;
    const added = addOverlay(handle, latest.current);
    shown.current = added;
    return () => {
      shown.current = undefined;
      added.remove();
    };
  }, [handle, isThere]);
}
