import { useEffect, useState } from 'react';
import type { IncidentNews } from '#app/map/incident-point.ts';
import { fetchNews } from '#app/map/incident-requests.ts';

/** How soon one looks again while newer tiles are being made. */
const againMs = 1_500;

/**
 * What stands beside the map's tiles: as the loader says, and while newer tiles are on their way as the server says a
 * little later, without loading the page again.
 */
export function useMapNews(loaded: IncidentNews, query: string): IncidentNews {
  const [newer, setNewer] = useState<{ loaded: IncidentNews; news: IncidentNews }>();
  const news = newer?.loaded === loaded ? newer.news : loaded;

  useEffect(() => {
    if (news.settled) return;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      fetchNews(query, stop.signal).then(
        (found) => setNewer({ loaded, news: found }),
        (error: unknown) => {
          if (!stop.signal.aborted) console.info('No answer about the newest incidents.', error);
        },
      );
    }, againMs);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [loaded, news, query]);

  return news;
}
