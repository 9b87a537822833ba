import type { ActionFunctionArgs } from '@remix-run/node';
import { chooseSeatInput } from '#app/domain/account/account.ts';
import { closeSeat } from '#app/domain/account/close-seat.server.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer, notFound } from '#app/http/answer.server.ts';
import { pageOf } from '#app/http/return-to.server.ts';

/** The secretariat closes a seat. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const input = chooseSeatInput.safeParse(params);
  if (!input.success) notFound();
  const result = await closeSeat(actor, input.data);
  return answer(result, { to: ({ governmentId }) => `/members/${governmentId}`, refusedTo: pageOf(request) });
}
