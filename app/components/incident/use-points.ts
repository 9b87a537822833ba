import { useEffect, useState } from 'react';
import type { IncidentNews, IncidentPoint } from '#app/map/incident-point.ts';
import { fetchPoints } from '#app/map/incident-requests.ts';

const none: readonly IncidentPoint[] = [];

/**
 * Single incidents with their titles, which the map's tiles do not carry. Known ones stay while they are asked for again
 * because something happened.
 */
export function usePoints(numbers: readonly string[], news: IncidentNews): readonly IncidentPoint[] {
  const key = numbers.join(' ');
  const [found, setFound] = useState<{ key: string; points: readonly IncidentPoint[] }>();

  useEffect(() => {
    if (key === '') return;
    const stop = new AbortController();
    fetchPoints(key.split(' '), stop.signal).then(
      (points) => setFound({ key, points }),
      (error: unknown) => {
        if (!stop.signal.aborted) console.info('No answer about incidents of the map.', error);
      },
    );
    return () => stop.abort();
  }, [key, news]);

  return found?.key === key ? found.points : none;
}
