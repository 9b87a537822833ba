import type { LoaderFunctionArgs } from '@remix-run/node';
import { findReferences } from '#app/domain/thread/find-references.server.ts';
import { readActor } from '#app/http/actor.server.ts';

/** Where incidents and action items that an open page names (`?n=`) stand now, of those that the reader may see. */
export async function loader({ request }: LoaderFunctionArgs) {
  const reader = await readActor(request);
  const numbers = new URL(request.url).searchParams.getAll('n');
  const references = await findReferences(reader, numbers);
  return Response.json({ references }, { headers: { 'Cache-Control': 'no-store' } });
}
