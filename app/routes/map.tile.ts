import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { readFilters } from '#app/domain/incident/filters.ts';
import { findMapTile } from '#app/domain/incident/find-map-tiles.server.ts';
import { tileShape } from '#app/domain/incident/map-tile.ts';
import { readActor } from '#app/http/actor.server.ts';

/** One vector tile of the incidents: `/map/incidents/6/53/24.pbf?v=…`, with the filters of the list. */
export async function loader({ params, request }: LoaderFunctionArgs): Promise<Response> {
  const [z, x, y] = [whole(params.z), whole(params.x), whole(params.y?.replace(/\.pbf$/, ''))];
  const { maxZoom } = tileShape;
  if (z === undefined || x === undefined || y === undefined || z > maxZoom || x >= 2 ** z || y >= 2 ** z) {
    return new Response(null, { status: 404 });
  }
  const reader = await readActor(request);
  const { searchParams } = new URL(request.url);
  const version = whole(searchParams.get('v') ?? undefined);
  const tile = await findMapTile(reader, readFilters(searchParams), version, { z, x, y });

  const tag = tile ? createHash('sha256').update(tile).digest('base64url').slice(0, 22) : 'empty';
  const headers = new Headers({
    // Kept, but asked about every time: who may see it may have changed.
    'Cache-Control': reader ? 'private, no-cache' : 'public, no-cache',
    ETag: `"${tag}"`,
    Vary: 'Accept-Encoding, Cookie',
  });
  if (request.headers.get('If-None-Match') === headers.get('ETag'))
    return new Response(null, { status: 304, headers });
  if (!tile) return new Response(null, { status: 204, headers });

  headers.set('Content-Type', 'application/vnd.mapbox-vector-tile');
  if (!request.headers.get('Accept-Encoding')?.includes('gzip'))
    return new Response(gunzipSync(tile), { headers });
  headers.set('Content-Encoding', 'gzip');
  return new Response(new Uint8Array(tile), { headers });
}

function whole(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
