import type { ActionFunctionArgs } from '@remix-run/node';
import { requestAcknowledgement } from '#app/domain/thread/request-acknowledgement.server.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer, isDocumentRequest } from '#app/http/answer.server.ts';
import { postPlaceOf } from '#app/http/post-place.server.ts';

/** The author asks every reader to say that they have read the post. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const { place, page } = postPlaceOf(params);
  const result = await requestAcknowledgement(actor, place);
  return answer(result, isDocumentRequest(request) ? { to: page, refusedTo: page } : {});
}
