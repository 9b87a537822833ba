import type { ActionFunctionArgs } from '@remix-run/node';
import { movePointInput, pointPlace } from '#app/domain/meeting/meeting.ts';
import { movePoint } from '#app/domain/meeting/move-point.server.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer, isDocumentRequest, notFound } from '#app/http/answer.server.ts';
import { parseForm } from '#app/http/form.server.ts';

/** Puts a point of the agenda at another place. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const place = pointPlace.safeParse(params).data ?? notFound();
  const form = await parseForm(request, movePointInput);
  if (!form.ok) return form.reply;
  const to = `/meetings/${place.number}/agenda`;
  const result = await movePoint(actor, { ...place, ...form.value });
  return answer(result, {
    ...(isDocumentRequest(request) && { to }),
    back: { request, to },
    submission: form.submission,
  });
}
