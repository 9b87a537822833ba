import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { translateThread } from '#app/domain/translation/request-translations.server.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer, isDocumentRequest } from '#app/http/answer.server.ts';
import { parseForm } from '#app/http/form.server.ts';
import { safeReturnTo } from '#app/http/return-to.server.ts';
import { threadIdOf } from '#app/http/thread-id.server.ts';
import { readersLanguage } from '#app/i18n/readers-language.server.ts';

const form = z.object({ returnTo: z.string().optional() });

/** A thread into the reader's language, by machine. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const threadId = threadIdOf(params);
  const parsed = await parseForm(request, form);
  if (!parsed.ok) return parsed.reply;
  const back = safeReturnTo(parsed.value.returnTo, `/threads/${threadId}`);
  const result = await translateThread(actor, {
    threadId,
    language: readersLanguage(request, actor),
  });
  return answer(result, { ...(isDocumentRequest(request) ? { to: back } : {}), back: { request, to: back } });
}
