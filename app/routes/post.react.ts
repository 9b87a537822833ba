import type { ActionFunctionArgs } from '@remix-run/node';
import { reactToPost, reactSchema } from '#app/domain/thread/react-to-post.server.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer, isDocumentRequest } from '#app/http/answer.server.ts';
import { parseForm } from '#app/http/form.server.ts';
import { postPlaceOf } from '#app/http/post-place.server.ts';

/** A short answer to a post, given or taken back. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const { place, page } = postPlaceOf(params);
  const form = await parseForm(request, reactSchema);
  if (!form.ok) return form.reply;
  const result = await reactToPost(actor, { ...form.value, ...place });
  return answer(result, isDocumentRequest(request) ? { to: page, refusedTo: page } : {});
}
