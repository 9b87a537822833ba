import type { ActionFunctionArgs } from '@remix-run/node';
import { reachSchema } from '#app/domain/action-item/action-item.ts';
import { reachMilestone } from '#app/domain/action-item/reach-milestone.server.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer } from '#app/http/answer.server.ts';
import { parseForm } from '#app/http/form.server.ts';

/** A party says that a piece of the work is done, or takes that back. */
export async function action({ request, params: { number = '', milestoneId = '' } }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const form = await parseForm(request, reachSchema);
  if (!form.ok) return form.reply;
  const to = `/actions/${number}`;
  const result = await reachMilestone(actor, { number, milestoneId, reached: form.value.reached === '1' });
  return answer(result, { to, back: { request, to } });
}
