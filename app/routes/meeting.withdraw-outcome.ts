import type { ActionFunctionArgs } from '@remix-run/node';
import { withdrawOutcome } from '#app/domain/meeting/withdraw-outcome.server.ts';
import { outcomePlace } from '#app/domain/meeting/meeting.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer, isDocumentRequest, notFound } from '#app/http/answer.server.ts';

/** Takes an outcome back. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const place = outcomePlace.safeParse(params).data ?? notFound();
  const to = `/meetings/${place.number}`;
  const result = await withdrawOutcome(actor, place);
  return answer(result, {
    ...(isDocumentRequest(request) && { to }),
    back: { request, to },
  });
}
