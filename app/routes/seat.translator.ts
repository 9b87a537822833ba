import type { ActionFunctionArgs } from '@remix-run/node';
import { nameTranslator, nameTranslatorInput } from '#app/domain/account/name-translator.server.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer, notFound } from '#app/http/answer.server.ts';
import { readFormData } from '#app/http/form.server.ts';
import { pageOf } from '#app/http/return-to.server.ts';

/** The secretariat names a seat as translator, or takes that back. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const translator = (await readFormData(request)).get('translator');
  const input = nameTranslatorInput.safeParse({ seatId: params.seatId, translator });
  if (!input.success) notFound();
  const result = await nameTranslator(actor, input.data);
  return answer(result, { to: ({ governmentId }) => `/members/${governmentId}`, refusedTo: pageOf(request) });
}
