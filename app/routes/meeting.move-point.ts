import type { ActionFunctionArgs } from '@remix-run/node';
import { movePointInput } from '#app/domain/meeting/meeting.ts';
import { movePoint } from '#app/domain/meeting/move-point.server.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer, isDocumentRequest } from '#app/http/answer.server.ts';
import { parseForm } from '#app/http/form.server.ts';

/** Puts a point of the agenda at another place. */
export async function action({ request, params: { number = '', pointId = '' } }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const form = await parseForm(request, movePointInput);
  if (!form.ok) return form.reply;
  const to = `/meetings/${number}/agenda`;
  const result = await movePoint(actor, { number, pointId, ...form.value });
  return answer(result, {
    ...(isDocumentRequest(request) && { to }),
    back: { request, to },
    submission: form.submission,
  });
}
