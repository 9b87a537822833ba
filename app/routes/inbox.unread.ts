import type { ActionFunctionArgs } from '@remix-run/node';
import { markUnread, markUnreadSchema } from '#app/domain/notification/mark-unread.server.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer, isDocumentRequest } from '#app/http/answer.server.ts';
import { parseForm } from '#app/http/form.server.ts';

/** The seat wants to come back to a thread of its inbox. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const form = await parseForm(request, markUnreadSchema);
  if (!form.ok) return form.reply;
  const result = await markUnread(actor, form.value);
  return answer(result, isDocumentRequest(request) ? { to: '/inbox' } : {});
}
