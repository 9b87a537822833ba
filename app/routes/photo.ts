import fs from 'node:fs/promises';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { findPhoto } from '#app/domain/incident/find-photo.server.ts';
import { photoFile } from '#app/domain/incident/photo-files.server.ts';
import { isPhotoSize } from '#app/domain/incident/photo.ts';
import { readActor } from '#app/http/actor.server.ts';
import { notFound } from '#app/http/answer.server.ts';

/** One photo in one size, for those who may see what it belongs to. The browser asks again each time: rights change. */
export async function loader({ request, params: { photoId = '', size } }: LoaderFunctionArgs) {
  if (!isPhotoSize(size) || !/^[\da-f-]{36}$/.test(photoId)) return notFound();
  const photo = await findPhoto(await readActor(request), photoId);
  if (!photo) return notFound();
  const headers = { ETag: `"${photo.sha256.slice(0, 24)}-${size}"`, 'Cache-Control': 'private, no-cache' };
  if (request.headers.get('if-none-match') === headers.ETag)
    return new Response(null, { status: 304, headers });
  const picture = await fs.readFile(photoFile(photo.id, size)).catch(() => null);
  if (!picture) return notFound();
  return new Response(new Uint8Array(picture), { headers: { ...headers, 'Content-Type': 'image/webp' } });
}
