import { z } from 'zod';
import { type IncidentNews, incidentNews, type IncidentPoint, incidentPoint } from './incident-point.ts';

const opened = z.object({ zoom: z.number(), numbers: z.array(z.string()) });
export type OpenedCluster = z.output<typeof opened>;

/** The address of the incidents' tiles of a version, with the filters as `writeFilters` writes them. */
export function tileAddress(version: number, query: string): string {
  const search = new URLSearchParams(query);
  search.set('v', String(version));
  return `${window.location.origin}/map/incidents/{z}/{x}/{y}.pbf?${search}`;
}

/** Incidents with their titles; those that the reader may not see are left out. */
export async function fetchPoints(
  numbers: readonly string[],
  signal: AbortSignal | null = null,
): Promise<IncidentPoint[]> {
  const search = new URLSearchParams(numbers.map((number) => ['number', number]));
  return z.array(incidentPoint).parse(await fetchJson(`/map/points.json?${search}`, signal));
}

/** What stands beside the newest tiles. */
export async function fetchNews(query: string, signal: AbortSignal): Promise<IncidentNews> {
  return incidentNews.parse(await fetchJson(`/map/incidents.json?${query}`, signal));
}

/** What a cluster of a version falls apart into. */
export async function openCluster(version: number, query: string, id: number): Promise<OpenedCluster> {
  const search = new URLSearchParams(query);
  search.set('v', String(version));
  search.set('id', String(id));
  return opened.parse(await fetchJson(`/map/cluster.json?${search}`, null));
}

async function fetchJson(address: string, signal: AbortSignal | null): Promise<unknown> {
  const response = await fetch(address, { signal, headers: { Accept: 'application/json' } });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}
