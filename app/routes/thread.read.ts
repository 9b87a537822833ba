import type { ActionFunctionArgs } from '@remix-run/node';
import { markThreadRead, markThreadReadSchema } from '#app/domain/thread/mark-thread-read.server.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer, isDocumentRequest } from '#app/http/answer.server.ts';
import { parseForm } from '#app/http/form.server.ts';
import { pageOf } from '#app/http/return-to.server.ts';
import { threadIdOf } from '#app/http/thread-id.server.ts';

/** The seat has read the thread: up to what was on the screen, or all of it. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const threadId = threadIdOf(params);
  const form = await parseForm(request, markThreadReadSchema);
  if (!form.ok) return form.reply;
  const result = await markThreadRead(actor, { ...form.value, threadId });
  return answer(result, isDocumentRequest(request) ? { to: pageOf(request) } : {});
}
