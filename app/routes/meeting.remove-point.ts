import type { ActionFunctionArgs } from '@remix-run/node';
import { removePoint } from '#app/domain/meeting/remove-point.server.ts';
import { pointPlace } from '#app/domain/meeting/meeting.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer, isDocumentRequest, notFound } from '#app/http/answer.server.ts';

/** Takes a point off the agenda. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const place = pointPlace.safeParse(params).data ?? notFound();
  const to = `/meetings/${place.number}/agenda`;
  const result = await removePoint(actor, place);
  return answer(result, {
    ...(isDocumentRequest(request) && { to }),
    back: { request, to },
  });
}
