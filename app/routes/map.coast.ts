import { createHash } from 'node:crypto';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { findGovernmentsWithPlace } from '#app/domain/government/find-governments.server.ts';
import { nearestGovernment } from '#app/domain/incident/propose-government.ts';
import { divideCoast } from '#app/map/basemap/divide-coast.ts';
import { readCoast } from '#app/map/basemap/read-coast.server.ts';

/** Kilometres from a shore that a government is known to answer for; beyond it nobody of the forum does. */
const farthest = 60;

let divided: { key: string; body: string; tag: string } | undefined;

/**
 * The coast by who answers for it, the nearest government in being. It says nothing about incidents, so it is the same
 * for everybody; divided once for each list of governments.
 */
export async function loader({ request }: LoaderFunctionArgs): Promise<Response> {
  const governments = await findGovernmentsWithPlace();
  const key = governments.map(({ id, lat, lon }) => `${id} ${lat} ${lon}`).join();
  if (divided?.key !== key) {
    const stretches = divideCoast(await readCoast(), ([lon = 0, lat = 0]) => {
      const nearest = nearestGovernment(governments, { lat, lon });
      return nearest && nearest.distance <= farthest ? nearest.government.id : undefined;
    });
    const body = JSON.stringify({ stretches });
    divided = { key, body, tag: `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"` };
  }
  const headers = {
    'Cache-Control': 'public, max-age=3600',
    'Content-Type': 'application/json',
    ETag: divided.tag,
  };
  if (request.headers.get('If-None-Match') === divided.tag)
    return new Response(null, { status: 304, headers });
  return new Response(divided.body, { headers });
}
