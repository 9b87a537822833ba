import fs from 'node:fs/promises';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { create as contentDisposition } from 'content-disposition';
import { fileTypes } from '#app/domain/thread/attachment.ts';
import { findFile } from '#app/domain/thread/find-file.server.ts';
import { pathOfFile } from '#app/domain/thread/post-files.server.ts';
import { readActor } from '#app/http/actor.server.ts';
import { notFound } from '#app/http/answer.server.ts';

/**
 * A file of a post to keep, for those who may see the post: never shown by the browser as a page of ours. The browser
 * asks again each time: rights change.
 */
export async function loader({ request, params: { fileId = '' } }: LoaderFunctionArgs) {
  if (!/^[\da-f-]{36}$/.test(fileId)) return notFound();
  const file = await findFile(await readActor(request), fileId);
  if (!file) return notFound();
  const headers = { ETag: `"${file.sha256.slice(0, 24)}"`, 'Cache-Control': 'private, no-cache' };
  if (request.headers.get('if-none-match') === headers.ETag)
    return new Response(null, { status: 304, headers });
  const bytes = await fs.readFile(pathOfFile(file.id)).catch(() => null);
  if (!bytes) return notFound();
  return new Response(new Uint8Array(bytes), {
    headers: {
      ...headers,
      'Content-Type': fileTypes[file.format],
      'Content-Length': `${file.bytes}`,
      'Content-Disposition': contentDisposition(file.name),
      // Beside what every answer carries, `nosniff` among it.
      'Content-Security-Policy': "sandbox; default-src 'none'",
    },
  });
}
