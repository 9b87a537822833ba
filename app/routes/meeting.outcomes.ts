import type { ActionFunctionArgs } from '@remix-run/node';
import { outcomeInput, pointPlace } from '#app/domain/meeting/meeting.ts';
import { recordOutcome } from '#app/domain/meeting/record-outcome.server.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer, isDocumentRequest, notFound } from '#app/http/answer.server.ts';
import { parseForm } from '#app/http/form.server.ts';

/** Puts down what was concluded on a point. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const place = pointPlace.safeParse(params).data ?? notFound();
  const form = await parseForm(request, outcomeInput);
  if (!form.ok) return form.reply;
  const to = `/meetings/${place.number}#point-${place.pointId}`;
  const result = await recordOutcome(actor, { ...place, ...form.value });
  return answer(result, {
    ...(isDocumentRequest(request) && { to }),
    back: { request, to },
    submission: form.submission,
  });
}
