import type { ActionFunctionArgs } from '@remix-run/node';
import { startActionItem } from '#app/domain/action-item/start-action-item.server.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer } from '#app/http/answer.server.ts';

/** The lead begins. */
export async function action({ request, params: { number = '' } }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const to = `/actions/${number}`;
  return answer(await startActionItem(actor, { number }), { to, back: { request, to } });
}
