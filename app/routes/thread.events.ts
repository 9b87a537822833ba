import type { LoaderFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { readEarlier, readEntries } from '#app/domain/thread/find-entries.server.ts';
import { readActor } from '#app/http/actor.server.ts';
import { notFound } from '#app/http/answer.server.ts';
import { packedJson } from '#app/http/packed-json.server.ts';

const seq = z.coerce.number().int().min(0);
const query = z.union([z.object({ after: seq }), z.object({ before: seq })]);
const params = z.object({ threadId: z.uuid() });

/** `?after=7`: what follows a number, the way live readers catch up. `?before=7`: what stands before it. */
export async function loader({ request, params: given }: LoaderFunctionArgs) {
  const reader = await readActor(request);
  const asked = query.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  const thread = params.safeParse(given);
  if (!asked.success || !thread.success) notFound();
  const { threadId } = thread.data;
  if ('after' in asked.data) {
    const page = await readEntries(reader, threadId, asked.data);
    return page ? packedJson(request, page) : notFound();
  }
  const entries = await readEarlier(reader, threadId, asked.data);
  return entries ? Response.json({ entries }) : notFound();
}
