import type { ActionFunctionArgs } from '@remix-run/node';
import { milestoneSchema } from '#app/domain/action-item/action-item.ts';
import { addMilestone } from '#app/domain/action-item/add-milestone.server.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer } from '#app/http/answer.server.ts';
import { parseForm } from '#app/http/form.server.ts';

/** A party adds a piece of the work. */
export async function action({ request, params: { number = '' } }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const form = await parseForm(request, milestoneSchema);
  if (!form.ok) return form.reply;
  const to = `/actions/${number}`;
  const result = await addMilestone(actor, { number, ...form.value });
  return answer(result, { to, back: { request, to }, submission: form.submission });
}
