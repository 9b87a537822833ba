import type { ActionFunctionArgs } from '@remix-run/node';
import { tenureInput } from '#app/domain/account/account.ts';
import { endTenure } from '#app/domain/account/end-tenure.server.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer, notFound } from '#app/http/answer.server.ts';
import { pageOf } from '#app/http/return-to.server.ts';

/** The secretariat ends somebody's tenure in a seat. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const input = tenureInput.safeParse(params);
  if (!input.success) notFound();
  const result = await endTenure(actor, input.data);
  return answer(result, { to: ({ governmentId }) => `/members/${governmentId}`, refusedTo: pageOf(request) });
}
