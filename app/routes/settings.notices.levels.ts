import type { ActionFunctionArgs } from '@remix-run/node';
import { chooseSectionLevels } from '#app/domain/notification/choose-level.server.ts';
import { sectionLevelsInput } from '#app/domain/notification/level.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer } from '#app/http/answer.server.ts';
import { parseForm } from '#app/http/form.server.ts';

/** How much the seat wants to hear of each section of the forum. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const form = await parseForm(request, sectionLevelsInput);
  if (!form.ok) return form.reply;
  return answer(await chooseSectionLevels(actor, form.value), { to: '/settings/notices?done' });
}
