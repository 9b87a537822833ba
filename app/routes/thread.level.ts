import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { chooseThreadLevel } from '#app/domain/notification/choose-level.server.ts';
import { threadLevelInput } from '#app/domain/notification/level.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer, isDocumentRequest } from '#app/http/answer.server.ts';
import { parseForm } from '#app/http/form.server.ts';
import { safeReturnTo } from '#app/http/return-to.server.ts';
import { threadIdOf } from '#app/http/thread-id.server.ts';

const form = threadLevelInput.extend({ returnTo: z.string().optional() });

/** How much the seat wants to hear of a thread. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const threadId = threadIdOf(params);
  const parsed = await parseForm(request, form);
  if (!parsed.ok) return parsed.reply;
  const { level, returnTo } = parsed.value;
  const back = safeReturnTo(returnTo, `/threads/${threadId}`);
  const result = await chooseThreadLevel(actor, { threadId, level });
  return answer(result, isDocumentRequest(request) ? { to: back } : {});
}
