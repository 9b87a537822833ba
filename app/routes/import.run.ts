import type { ActionFunctionArgs } from '@remix-run/node';
import { runImport } from '#app/domain/incident/import/run-import.server.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer, isDocumentRequest } from '#app/http/answer.server.ts';

/** A script comes back for the next part and shows how far it is; a plain form waits for the whole. */
const mostMsAtATime = 1500;

/** Writes an import, or the next part of it. */
export async function action({ request, params: { importId = '' } }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const isPlain = isDocumentRequest(request);
  const mostMs = isPlain ? Number.POSITIVE_INFINITY : mostMsAtATime;
  const to = `/incidents/import/${importId}`;
  const result = await runImport(actor, { importId, mostMs });
  return answer(result, { ...(isPlain && { to }), back: { request, to } });
}
