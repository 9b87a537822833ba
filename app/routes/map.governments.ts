import type { LoaderFunctionArgs } from '@remix-run/node';
import { findGovernmentsWithPlace } from '#app/domain/government/find-governments.server.ts';
import { readFilters } from '#app/domain/incident/filters.ts';
import { placeOfGovernment } from '#app/domain/incident/propose-government.ts';
import { summarizeIncidents } from '#app/domain/incident/summarize-incidents.server.ts';
import { readActor } from '#app/http/actor.server.ts';

const nothing = { count: 0, open: 0, kg: 0, weighed: 0 };

/** What each government answers for, at its seat: the same filters and policy as the page and the figures. */
export async function loader({ request }: LoaderFunctionArgs) {
  const filters = readFilters(new URL(request.url).searchParams);
  const [{ government: sums }, governments] = await Promise.all([
    summarizeIncidents(await readActor(request), filters),
    findGovernmentsWithPlace(),
  ]);
  const sumOf = new Map(sums.map(({ key, ...sum }) => [key, sum]));
  return Response.json({
    governments: governments.flatMap((government) => {
      const place = placeOfGovernment(government);
      return place ? [{ ...government, ...place, ...(sumOf.get(government.id) ?? nothing) }] : [];
    }),
  });
}
