import type { LoaderFunctionArgs } from '@remix-run/node';
import { findSameIncidents } from '#app/domain/incident/find-same-incidents.server.ts';
import { sameInput } from '#app/domain/incident/incident.ts';
import { readActor } from '#app/http/actor.server.ts';
import { readersLanguage } from '#app/i18n/readers-language.server.ts';

/** What a report that is being written may repeat; nothing while its place, kind or time is no good yet. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await readActor(request);
  const asked = sameInput.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  const incidents =
    actor && asked.success ? await findSameIncidents(actor, asked.data, readersLanguage(request, actor)) : [];
  return Response.json({ incidents }, { headers: { 'Cache-Control': 'no-store' } });
}
