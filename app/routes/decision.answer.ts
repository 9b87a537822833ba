import type { ActionFunctionArgs } from '@remix-run/node';
import { answerDecision } from '#app/domain/decision/answer-decision.server.ts';
import { answerDecisionSchema } from '#app/domain/decision/decision.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer, isDocumentRequest } from '#app/http/answer.server.ts';
import { parseForm } from '#app/http/form.server.ts';
import { postPlaceOf } from '#app/http/post-place.server.ts';

/** A government says where it stands. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const { place, page } = postPlaceOf(params);
  const form = await parseForm(request, answerDecisionSchema);
  if (!form.ok) return form.reply;
  const result = await answerDecision(actor, { ...form.value, ...place });
  return answer(result, isDocumentRequest(request) ? { to: page, refusedTo: page } : {});
}
