import type { ActionFunctionArgs } from '@remix-run/node';
import { acknowledgePost, acknowledgeSchema } from '#app/domain/thread/acknowledge-post.server.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer, isDocumentRequest } from '#app/http/answer.server.ts';
import { parseForm } from '#app/http/form.server.ts';
import { postPlaceOf } from '#app/http/post-place.server.ts';

/** The seat says that it has read the post. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const { place, page } = postPlaceOf(params);
  const form = await parseForm(request, acknowledgeSchema);
  if (!form.ok) return form.reply;
  const result = await acknowledgePost(actor, { ...form.value, ...place });
  return answer(result, isDocumentRequest(request) ? { to: page, refusedTo: page } : {});
}
