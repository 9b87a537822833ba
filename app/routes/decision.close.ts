import type { ActionFunctionArgs } from '@remix-run/node';
import { closeDecision } from '#app/domain/decision/close-decision.server.ts';
import { closeDecisionSchema } from '#app/domain/decision/decision.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer, isDocumentRequest } from '#app/http/answer.server.ts';
import { parseForm } from '#app/http/form.server.ts';
import { postPlaceOf } from '#app/http/post-place.server.ts';

/** Who proposed it ends the answering and says what came of it. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const { place, page } = postPlaceOf(params);
  const form = await parseForm(request, closeDecisionSchema);
  if (!form.ok) return form.reply;
  const result = await closeDecision(actor, { ...form.value, ...place });
  return answer(result, isDocumentRequest(request) ? { to: page, refusedTo: page } : {});
}
