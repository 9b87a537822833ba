import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { verificationInput } from '#app/domain/translation/translation.ts';
import { verifyTranslation } from '#app/domain/translation/verify-translation.server.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer, isDocumentRequest } from '#app/http/answer.server.ts';
import { parseForm } from '#app/http/form.server.ts';
import { safeReturnTo } from '#app/http/return-to.server.ts';

const form = verificationInput.extend({ returnTo: z.string().optional() });

/** Somebody stands for a translation. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const parsed = await parseForm(request, form);
  if (!parsed.ok) return parsed.reply;
  const { returnTo, ...input } = parsed.value;
  const back = safeReturnTo(returnTo, '/translations');
  const result = await verifyTranslation(actor, input);
  return answer(result, { ...(isDocumentRequest(request) ? { to: back } : {}), back: { request, to: back } });
}
