import type { ActionFunctionArgs } from '@remix-run/node';
import { acceptItem } from '#app/domain/handover/answer-item.server.ts';
import { itemInput } from '#app/domain/handover/handover.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer, notFound } from '#app/http/answer.server.ts';

/** The successor takes a piece of work over. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const input = itemInput.safeParse(params);
  if (!input.success) notFound();
  const page = `/handovers/${input.data.handoverId}`;
  return answer(await acceptItem(actor, input.data), { to: page, refusedTo: page });
}
