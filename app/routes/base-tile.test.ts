import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { baseTileVersion, readBaseTile } from '#app/map/basemap/read-tile.server.ts';
import { loader } from './base-tile.ts';

function get(
  path: string,
  headers: Record<string, string> = { 'Accept-Encoding': 'gzip' },
): Promise<Response> {
  const [z, x, y] = path.replace(/\?.*/, '').split('/');
  const request = new Request(`http://localhost/tiles/base/${path}`, { headers });
  return loader({
    request,
    params: { ...(z && { z }), ...(x && { x }), ...(y && { y }) },
    context: { cspNonce: '', requestId: '', build: null },
  });
}

describe('the address of a tile', () => {
  const taean = '9/435/199.pbf';

  it('answers with the stored tile, gzipped, to be kept for good under its version', async () => {
    const response = await get(`${taean}?v=${baseTileVersion}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Encoding')).toBe('gzip');
    expect(response.headers.get('Content-Type')).toBe('application/vnd.mapbox-vector-tile');
    expect(response.headers.get('Cache-Control')).toContain('immutable');
    const stored = await readBaseTile(9, 435, 199);
    expect(Buffer.from(await response.arrayBuffer()).equals(stored?.bytes ?? Buffer.alloc(0))).toBe(true);
  });

  it('unpacks the tile for a client that does not read gzip', async () => {
    const response = await get(taean, {});
    const stored = await readBaseTile(9, 435, 199);
    expect(response.headers.get('Content-Encoding')).toBeNull();
    expect(
      Buffer.from(await response.arrayBuffer()).equals(gunzipSync(stored?.bytes ?? Buffer.alloc(0))),
    ).toBe(true);
  });

  it('is not kept for good under an unknown version, and is compared by its tag', async () => {
    const response = await get(taean);
    expect(response.headers.get('Cache-Control')).not.toContain('immutable');
    expect((await get(taean, { 'If-None-Match': response.headers.get('ETag') ?? '' })).status).toBe(304);
  });

  it('is empty where nothing is drawn and unknown outside the map', async () => {
    expect((await get('11/0/0.pbf')).status).toBe(204);
    expect((await get('12/3484/1592.pbf')).status).toBe(404);
    expect((await get('3/8/0.pbf')).status).toBe(404);
    expect((await get('3/-1/0.pbf')).status).toBe(404);
    expect((await get('x/y/z')).status).toBe(404);
  });
});
