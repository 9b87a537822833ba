import { useOutletContext } from '@remix-run/react';
import { useEffect, useState } from 'react';
import type { Box } from '#app/domain/incident/summary.ts';
import type { MapHandle } from '#app/map/engine.client.ts';

/** What the map tells the panel beside it, and the other way round. */
export type MapSide = {
  /** What is in view; undefined until there is a map. */
  box: Box | undefined;
  /** Rings what these filters find, or nothing. */
  highlight: (query: string | undefined) => void;
};

/** The map that a panel stands beside. */
export function useMapSide(): MapSide {
  return useOutletContext<MapSide>();
}

/** The part of the chart that is in view, after each move. */
export function useBoxInView(handle: MapHandle | undefined): Box | undefined {
  const [box, setBox] = useState<Box>();
  useEffect(() => {
    if (!handle) return;
    const { map } = handle;
    const look = () => {
      const bounds = map.getBounds();
      setBox({
        west: bounds.getWest(),
        south: bounds.getSouth(),
        east: bounds.getEast(),
        north: bounds.getNorth(),
      });
    };
    look();
    map.on('moveend', look);
    map.on('resize', look);
    return () => {
      map.off('moveend', look);
      map.off('resize', look);
    };
  }, [handle]);
  return box;
}
