import type { LoaderFunctionArgs } from '@remix-run/node';
import { readFilters } from '#app/domain/incident/filters.ts';
import { findWeights } from '#app/domain/incident/find-weights.server.ts';
import { readActor } from '#app/http/actor.server.ts';

/** The known weights of the heat map, for the same filters and through the same policy as the page. */
export async function loader({ request }: LoaderFunctionArgs) {
  const filters = readFilters(new URL(request.url).searchParams);
  return Response.json({ cells: await findWeights(await readActor(request), filters) });
}
