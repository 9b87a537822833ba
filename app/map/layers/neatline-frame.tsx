import { useEffect, useRef } from 'react';
import type { MapHandle } from '../engine.client.ts';
import { type Bar, barStep, inkBars } from './neatline.ts';

const width = 5;

/** The chart's frame along the top and the left edge; it moves with the map. Decorative. */
export function NeatlineFrame({ handle }: { readonly handle: MapHandle }) {
  const top = useRef<SVGPathElement>(null);
  const left = useRef<SVGPathElement>(null);

  useEffect(() => {
    const { map } = handle;
    const draw = () => {
      const { clientWidth, clientHeight } = map.getContainer();
      const [west, south, east, north] = map.getBounds().toArray().flat();
      if (west === undefined || south === undefined || east === undefined || north === undefined) return;
      const step = barStep(clientWidth / (east - west));
      const bars = inkBars(west, east, step, clientWidth, (lon) => map.project([lon, north]).x);
      const falling = inkBars(south, north, step, clientHeight, (lat) => map.project([west, lat]).y);
      top.current?.setAttribute(
        'd',
        path(bars, ({ from, to }) => `M${from} 0H${to}V${width}H${from}z`),
      );
      left.current?.setAttribute(
        'd',
        path(falling, ({ from, to }) => `M0 ${from}V${to}H${width}V${from}z`),
      );
    };
    draw();
    map.on('move', draw);
    map.on('resize', draw);
    return () => {
      map.off('move', draw);
      map.off('resize', draw);
    };
  }, [handle]);

  return (
    <svg aria-hidden="true" className="pointer-events-none absolute inset-0 h-full w-full">
      <rect width="100%" height={width} className="fill-panel" />
      <rect width={width} height="100%" className="fill-panel" />
      <path ref={top} className="fill-ink" />
      <path ref={left} className="fill-ink" />
      <path d={`M${width} 2000V${width}H4000`} className="fill-none stroke-ink" strokeWidth={0.75} />
    </svg>
  );
}

function path(bars: Bar[], draw: (bar: Bar) => string): string {
  return bars
    .map(({ from, to }) => draw({ from: Math.round(from * 10) / 10, to: Math.round(to * 10) / 10 }))
    .join('');
}
