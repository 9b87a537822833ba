import { useEffect } from 'react';
import type { MapHandle } from '#app/map/engine.client.ts';
import { fetchNews } from '#app/map/incident-requests.ts';
import { addHighlight } from '#app/map/layers/highlight.ts';
import { useTheme } from '#app/map/use-theme.ts';

type MapHighlightProps = {
  readonly handle: MapHandle;
  /** Filters as `writeFilters` writes them: what they find is ringed. */
  readonly query: string;
};

/** A pointer that only passes over a bar asks for nothing. */
const restMs = 120;

/** Rings on the map around what a bar of the charts stands for. */
export function MapHighlight({ handle, query }: MapHighlightProps) {
  const theme = useTheme();
  useEffect(() => {
    const stop = new AbortController();
    let remove: (() => void) | undefined;
    const timer = setTimeout(() => {
      fetchNews(query, stop.signal).then(
        (news) => {
          if (!stop.signal.aborted) remove = addHighlight(handle, news, query, theme);
        },
        (error: unknown) => {
          if (!stop.signal.aborted) console.info('No answer about what to ring on the map.', error);
        },
      );
    }, restMs);
    return () => {
      clearTimeout(timer);
      stop.abort();
      remove?.();
    };
  }, [handle, query, theme]);
  return null;
}
