import { useRevalidator } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';
import type { z } from 'zod';

export type MapData<Data> = { data: Data | undefined; failed: boolean };

/**
 * What a layer shows, asked for when it is needed, when its address changes, and again when the page has heard of news.
 * What was there stays until the new is there; without a connection it stays, too.
 */
export function useMapData<Data>(path: string | undefined, shape: z.ZodType<Data>): MapData<Data> {
  const [answer, setAnswer] = useState<{ data?: Data; failed: boolean }>({ failed: false });
  const news = useNews();
  const wanted = useRef(shape);

  useEffect(() => {
    if (path === undefined) return;
    const stop = new AbortController();
    fetch(path, { signal: stop.signal, headers: { Accept: 'application/json' } })
      .then(async (response) => wanted.current.parse(await response.json()))
      .then(
        (data) => {
          if (!stop.signal.aborted) setAnswer({ data, failed: false });
        },
        () => {
          if (!stop.signal.aborted) setAnswer((last) => ({ ...last, failed: true }));
        },
      );
    return () => stop.abort();
  }, [path, news]);

  return { data: path === undefined ? undefined : answer.data, failed: answer.failed };
}

/** Counts how often the page was brought up to date. */
function useNews(): number {
  const { state } = useRevalidator();
  const [news, setNews] = useState(0);
  const last = useRef(state);
  useEffect(() => {
    if (last.current === 'loading' && state === 'idle') setNews((count) => count + 1);
    last.current = state;
  }, [state]);
  return news;
}
