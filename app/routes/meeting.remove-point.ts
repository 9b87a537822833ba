import type { ActionFunctionArgs } from '@remix-run/node';
import { removePoint } from '#app/domain/meeting/remove-point.server.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer, isDocumentRequest } from '#app/http/answer.server.ts';

/** Takes a point off the agenda. */
export async function action({ request, params: { number = '', pointId = '' } }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const to = `/meetings/${number}/agenda`;
  const result = await removePoint(actor, { number, pointId });
  return answer(result, {
    ...(isDocumentRequest(request) && { to }),
    back: { request, to },
  });
}
