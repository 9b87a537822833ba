import { gunzipSync } from 'node:zlib';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { baseTileVersion, readBaseTile } from '#app/map/basemap/read-tile.server.ts';

const maxZoom = 11;

/** One vector tile of the basemap: `/tiles/base/6/53/24.pbf?v=…`. Public, and kept for good under its version. */
export async function loader({ params, request }: LoaderFunctionArgs): Promise<Response> {
  const [z, x, y] = [whole(params.z), whole(params.x), whole(params.y?.replace(/\.pbf$/, ''))];
  if (z === undefined || x === undefined || y === undefined || z > maxZoom || x >= 2 ** z || y >= 2 ** z) {
    return new Response(null, { status: 404 });
  }

  const current = new URL(request.url).searchParams.get('v') === baseTileVersion;
  const headers = new Headers({
    'Cache-Control': current ? 'public, max-age=31536000, immutable' : 'public, max-age=300',
    ETag: `"${baseTileVersion}-${z}-${x}-${y}"`,
    Vary: 'Accept-Encoding',
  });
  if (request.headers.get('If-None-Match') === headers.get('ETag'))
    return new Response(null, { status: 304, headers });

  const tile = await readBaseTile(z, x, y);
  if (!tile) return new Response(null, { status: 204, headers });

  headers.set('Content-Type', 'application/vnd.mapbox-vector-tile');
  if (!request.headers.get('Accept-Encoding')?.includes(tile.encoding)) {
    return new Response(gunzipSync(tile.bytes), { headers });
  }
  headers.set('Content-Encoding', tile.encoding);
  return new Response(tile.bytes, { headers });
}

function whole(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,4}$/.test(text) ? Number(text) : undefined;
}
