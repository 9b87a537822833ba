import type { ActionFunctionArgs } from '@remix-run/node';
import { markThreadUnread, markThreadUnreadSchema } from '#app/domain/thread/mark-thread-unread.server.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer } from '#app/http/answer.server.ts';
import { parseForm } from '#app/http/form.server.ts';
import { threadIdOf } from '#app/http/thread-id.server.ts';

/** From this entry on it is unread again; the forum shows it, as the thread itself would count as read at once. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const threadId = threadIdOf(params);
  const form = await parseForm(request, markThreadUnreadSchema);
  if (!form.ok) return form.reply;
  const result = await markThreadUnread(actor, { ...form.value, threadId });
  return answer(result, { to: '/threads' });
}
