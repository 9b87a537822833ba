import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';

const pack = promisify(gzip);
const packed = new WeakMap<object, Promise<Buffer<ArrayBuffer>>>();

/**
 * A value as JSON that many ask for in the same moment: written once and packed once for all who get this very object.
 * Whoever passes it on changes nothing in it any more.
 */
export async function packedJson(request: Request, value: object): Promise<Response> {
  const headers = { 'Content-Type': 'application/json; charset=utf-8', Vary: 'Accept-Encoding' };
  // Every browser takes it packed.
  if (!/\bgzip\b/.test(request.headers.get('Accept-Encoding') ?? ''))
    return Response.json(value, { headers });
  let bytes = packed.get(value);
  if (!bytes) {
    bytes = pack(JSON.stringify(value), { level: constants.Z_BEST_SPEED });
    packed.set(value, bytes);
  }
  return new Response(await bytes, { headers: { ...headers, 'Content-Encoding': 'gzip' } });
}
