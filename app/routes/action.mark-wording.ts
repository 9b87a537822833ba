import type { ActionFunctionArgs } from '@remix-run/node';
import { markWordingSchema } from '#app/domain/action-item/action-item.ts';
import { markWording } from '#app/domain/action-item/mark-wording.server.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer } from '#app/http/answer.server.ts';
import { parseForm } from '#app/http/form.server.ts';

/** A party marks its own language version as agreed. */
export async function action({ request, params: { number = '' } }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const form = await parseForm(request, markWordingSchema);
  if (!form.ok) return form.reply;
  const to = `/actions/${number}`;
  return answer(await markWording(actor, { number, ...form.value }), { to, back: { request, to } });
}
