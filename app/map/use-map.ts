import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Camera } from './camera.ts';
import type { Box, MapHandle, MapLook, MapRequest } from './engine.client.ts';

export type MapWishes = {
  look: MapLook;
  view: Camera | Box;
  label: string;
  moves: MapRequest['moves'];
  /** Mapbox, when the site has a token for it. */
  mapbox: { accessToken: string } | null;
};

export type MapState = {
  handle: MapHandle | undefined;
  /** Everything in view has been drawn once. */
  ready: boolean;
  /** No WebGL, or the engine could not be fetched. */
  unavailable: boolean;
};

/** Makes a map in the container and keeps it in step with language and theme; the engine is fetched here, not before. */
export function useMap(container: RefObject<HTMLElement | null>, wishes: MapWishes): MapState {
  const { look, moves, mapbox, label } = wishes;
  const [handle, setHandle] = useState<MapHandle>();
  const [ready, setReady] = useState(false);
  const [unavailable, setUnavailable] = useState(false);
  const [mapboxLost, setMapboxLost] = useState(false);
  const accessToken = mapboxLost ? undefined : mapbox?.accessToken;
  const latest = useRef(wishes);
  const drawn = useRef<MapLook>();

  useEffect(() => {
    latest.current = wishes;
  });

  useEffect(() => {
    const element = container.current;
    if (!element) return;
    let gone = false;
    let made: MapHandle | undefined;
    const make = async () => {
      const { createMap } = await import('./engine.client.ts');
      if (gone) return;
      drawn.current = latest.current.look;
      const next = await createMap({
        ...latest.current,
        container: element,
        engine: accessToken ? 'mapbox' : 'maplibre',
        accessToken,
        onLost: () => setMapboxLost(true),
      });
      if (gone) return next.remove();
      made = next;
      next.map.once('idle', () => setReady(true));
      setHandle(next);
    };
    make().catch((error: unknown) => {
      console.warn('The map cannot be drawn.', error);
      if (!gone) setUnavailable(true);
    });
    return () => {
      gone = true;
      setHandle(undefined);
      setReady(false);
      made?.remove();
    };
  }, [container, accessToken, moves]);

  const { language, theme } = look;
  useEffect(() => {
    if (!handle || (drawn.current?.language === language && drawn.current.theme === theme)) return;
    drawn.current = { language, theme };
    handle.restyle({ language, theme });
  }, [handle, language, theme]);

  useEffect(() => {
    handle?.map.getCanvas().setAttribute('aria-label', label);
  }, [handle, label]);

  return { handle, ready, unavailable };
}
