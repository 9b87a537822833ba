import type { ActionFunctionArgs } from '@remix-run/node';
import { confirmSchema } from '#app/domain/action-item/action-item.ts';
import { confirmCompletion } from '#app/domain/action-item/confirm-completion.server.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer } from '#app/http/answer.server.ts';
import { parseForm } from '#app/http/form.server.ts';

/** Another government confirms that it is done. */
export async function action({ request, params: { number = '' } }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const form = await parseForm(request, confirmSchema);
  if (!form.ok) return form.reply;
  const to = `/actions/${number}`;
  return answer(await confirmCompletion(actor, { number, ...form.value }), { to, back: { request, to } });
}
