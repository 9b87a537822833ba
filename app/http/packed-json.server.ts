import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';

const pack = promisify(gzip);
const said = new WeakMap<object, Buffer<ArrayBuffer>>();
const packed = new WeakMap<object, Promise<Buffer<ArrayBuffer>>>();

/**
 * A value as JSON that many ask for in the same moment: written once and packed once for all who get this very object.
 * Whoever passes it on changes nothing in it any more.
 */
export async function packedJson(request: Request, value: object): Promise<Response> {
  const takesPacked = /\bgzip\b/.test(request.headers.get('Accept-Encoding') ?? '');
  const headers = { 'Content-Type': 'application/json; charset=utf-8', Vary: 'Accept-Encoding' };
  if (!takesPacked) return new Response(jsonOf(value), { headers });
  let bytes = packed.get(value);
  if (!bytes) {
    bytes = pack(jsonOf(value), { level: constants.Z_BEST_SPEED });
    packed.set(value, bytes);
  }
  return new Response(await bytes, { headers: { ...headers, 'Content-Encoding': 'gzip' } });
}

function jsonOf(value: object): Buffer<ArrayBuffer> {
  const present = said.get(value);
  if (present) return present;
  const bytes = Buffer.from(JSON.stringify(value));
  said.set(value, bytes);
  return bytes;
}
