import type { ActionFunctionArgs } from '@remix-run/node';
import { withdrawOutcome } from '#app/domain/meeting/withdraw-outcome.server.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer, isDocumentRequest } from '#app/http/answer.server.ts';

/** Takes an outcome back. */
export async function action({ request, params: { number = '', outcomeId = '' } }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const to = `/meetings/${number}`;
  const result = await withdrawOutcome(actor, { number, outcomeId });
  return answer(result, {
    ...(isDocumentRequest(request) && { to }),
    back: { request, to },
  });
}
