import type { ActionFunctionArgs } from '@remix-run/node';
import { fulfilCommitment } from '#app/domain/action-item/fulfil-commitment.server.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer } from '#app/http/answer.server.ts';

/** A party says that its own part is done. */
export async function action({ request, params: { number = '' } }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const to = `/actions/${number}`;
  return answer(await fulfilCommitment(actor, { number }), { to, back: { request, to } });
}
