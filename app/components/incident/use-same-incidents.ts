import { useCallback, useEffect, useState } from 'react';
import { z } from 'zod';
import type { SameIncident } from '#app/domain/incident/find-same-incidents.server.ts';
import { IncidentKind, IncidentStatus, Language, Visibility } from '#prisma/generated/enums.ts';

const answerShape = z.object({
  incidents: z.array(
    z.object({
      number: z.string(),
      title: z.string(),
      language: z.enum(Language),
      kind: z.enum(IncidentKind),
      status: z.enum(IncidentStatus),
      visibility: z.enum(Visibility),
      seenAt: z.coerce.date(),
      distanceM: z.number(),
      photoId: z.string().nullable(),
      responsibleGovernment: z.custom<SameIncident['responsibleGovernment']>(),
    }),
  ),
});

const typingMs = 400;
/** On a poor signal a report does not wait for the question. */
const patienceMs = 4000;
const none: readonly SameIncident[] = [];

/**
 * Incidents that the report may repeat, asked for while it is written.
 * @param query place, kind and time as the form has them; null while something is missing
 */
export function useSameIncidents(query: string | null): {
  incidents: readonly SameIncident[];
  /** Those for what stands in the form now; none when the network does not answer. */
  ask: () => Promise<readonly SameIncident[]>;
} {
  const [found, setFound] = useState<{ query: string; incidents: readonly SameIncident[] } | null>(null);
  const known = found !== null && found.query === query;

  useEffect(() => {
    if (query === null || known) return;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      void fetchSame(query, stop.signal).then((incidents) => {
        if (incidents && !stop.signal.aborted) setFound({ query, incidents });
      });
    }, typingMs);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [query, known]);

  const ask = useCallback(async () => {
    if (query === null) return none;
    if (found?.query === query) return found.incidents;
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), patienceMs);
    const incidents = await fetchSame(query, stop.signal);
    clearTimeout(timer);
    if (incidents) setFound({ query, incidents });
    return incidents ?? none;
  }, [query, found]);

  return { incidents: known ? found.incidents : none, ask };
}

async function fetchSame(query: string, signal: AbortSignal): Promise<readonly SameIncident[] | null> {
  try {
    const response = await fetch(`/incidents/nearby?${query}`, { signal });
    const answer = answerShape.safeParse(await response.json());
    return answer.success ? answer.data.incidents : null;
  } catch (error) {
    if (!signal.aborted) console.info('No answer about similar incidents.', error);
    return null;
  }
}
