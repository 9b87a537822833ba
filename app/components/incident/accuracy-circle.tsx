import { useEffect, useRef } from 'react';
import type { MapHandle } from '#app/map/engine.client.ts';

type AccuracyCircleProps = { readonly handle: MapHandle; readonly lat: number; readonly metres: number };

const equator = 40_075_016.686;

/** How sure a place is, as a circle of that radius; at least as wide as a fingertip. Nothing without an accuracy. */
export function AccuracyCircle({ handle, lat, metres }: AccuracyCircleProps) {
  const element = useRef<HTMLSpanElement>(null);

  useEffect(() => {
    const { map } = handle;
    const size = () => {
      const metresPerPixel = (equator * Math.cos((lat * Math.PI) / 180)) / (512 * 2 ** map.getZoom());
      const width = Math.max(36, (2 * metres) / metresPerPixel);
      if (element.current) element.current.style.width = element.current.style.height = `${width}px`;
    };
    size();
    map.on('zoom', size);
    return () => {
      map.off('zoom', size);
    };
  }, [handle, lat, metres]);

  return metres > 0 && <span ref={element} aria-hidden="true" className="place-accuracy" />;
}
