import type { ActionFunctionArgs } from '@remix-run/node';
import { decideEngineRules } from '#app/domain/translation/decide-engine-rules.server.ts';
import { engineRulesInput } from '#app/domain/translation/engine-rules.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer } from '#app/http/answer.server.ts';
import { parseForm } from '#app/http/form.server.ts';

/** A government decides what engines may get of its texts. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const form = await parseForm(request, engineRulesInput);
  if (!form.ok) return form.reply;
  const page = '/settings/translation';
  return answer(await decideEngineRules(actor, form.value), { to: `${page}?done=rules`, refusedTo: page });
}
