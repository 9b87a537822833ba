import { type ReactNode, useEffect, useRef } from 'react';
import type { MapHandle } from './engine.client.ts';

type PinnedProps = {
  readonly handle: MapHandle;
  readonly lat: number;
  readonly lon: number;
  readonly children: ReactNode;
};

/** Something of the page that stands at a place of the map and moves with it; its middle is the place. */
export function Pinned({ handle, lat, lon, children }: PinnedProps) {
  const element = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const { map } = handle;
    const place = () => {
      const { x, y } = map.project([lon, lat]);
      if (element.current) element.current.style.transform = `translate(${x}px, ${y}px)`;
    };
    place();
    map.on('move', place);
    map.on('resize', place);
    return () => {
      map.off('move', place);
      map.off('resize', place);
    };
  }, [handle, lat, lon]);

  return (
    <div ref={element} className="pinned">
      {children}
    </div>
  );
}
