import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { decideThreadRules } from '#app/domain/translation/decide-engine-rules.server.ts';
import { engineRulesInput } from '#app/domain/translation/engine-rules.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer, isDocumentRequest } from '#app/http/answer.server.ts';
import { parseForm } from '#app/http/form.server.ts';
import { safeReturnTo } from '#app/http/return-to.server.ts';
import { threadIdOf } from '#app/http/thread-id.server.ts';

const form = engineRulesInput.extend({ returnTo: z.string().optional() });

/** The owner of a thread decides what engines may get of it. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const threadId = threadIdOf(params);
  const parsed = await parseForm(request, form);
  if (!parsed.ok) return parsed.reply;
  const { returnTo, ...rules } = parsed.value;
  const back = safeReturnTo(returnTo, `/threads/${threadId}`);
  const result = await decideThreadRules(actor, { threadId, ...rules });
  return answer(result, { ...(isDocumentRequest(request) ? { to: back } : {}), back: { request, to: back } });
}
