import type { LoaderFunctionArgs } from '@remix-run/node';
import { readFilters } from '#app/domain/incident/filters.ts';
import { findMapCluster } from '#app/domain/incident/find-map-tiles.server.ts';
import { readActor } from '#app/http/actor.server.ts';

/** What a cluster of the map falls apart into: `/map/cluster.json?v=…&id=…`, with the filters of its tiles. */
export async function loader({ request }: LoaderFunctionArgs): Promise<Response> {
  const reader = await readActor(request);
  const { searchParams } = new URL(request.url);
  const [version, id] = [Number(searchParams.get('v')), Number(searchParams.get('id'))];
  const found =
    Number.isSafeInteger(version) && Number.isSafeInteger(id)
      ? await findMapCluster(reader, readFilters(searchParams), version, id)
      : null;
  return Response.json(found, { status: found ? 200 : 404 });
}
