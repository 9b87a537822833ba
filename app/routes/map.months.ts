import type { LoaderFunctionArgs } from '@remix-run/node';
import { readFilters } from '#app/domain/incident/filters.ts';
import { summarizeIncidents } from '#app/domain/incident/summarize-incidents.server.ts';
import { readActor } from '#app/http/actor.server.ts';

/** Incidents by month for the time slider: the filters of the map without its time. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { period: _, from: _from, to: _to, ...filters } = readFilters(new URL(request.url).searchParams);
  const { month } = await summarizeIncidents(await readActor(request), filters);
  return Response.json({ months: month.map(({ key, count }) => ({ key, count })) });
}
