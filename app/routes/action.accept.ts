import type { ActionFunctionArgs } from '@remix-run/node';
import { acceptCommitment } from '#app/domain/action-item/accept-commitment.server.ts';
import { acceptSchema } from '#app/domain/action-item/action-item.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer } from '#app/http/answer.server.ts';
import { parseForm } from '#app/http/form.server.ts';

/** A party accepts the wording that it has read. */
export async function action({ request, params: { number = '' } }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const form = await parseForm(request, acceptSchema);
  if (!form.ok) return form.reply;
  const to = `/actions/${number}`;
  return answer(await acceptCommitment(actor, { number, ...form.value }), { to, back: { request, to } });
}
