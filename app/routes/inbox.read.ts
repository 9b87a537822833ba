import type { ActionFunctionArgs } from '@remix-run/node';
import { markRead, markReadSchema } from '#app/domain/notification/mark-read.server.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer, isDocumentRequest } from '#app/http/answer.server.ts';
import { parseForm } from '#app/http/form.server.ts';

/** The seat has read one thread, or everything. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const form = await parseForm(request, markReadSchema);
  if (!form.ok) return form.reply;
  const result = await markRead(actor, form.value);
  return answer(result, isDocumentRequest(request) ? { to: '/inbox' } : {});
}
