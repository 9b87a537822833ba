import type { ActionFunctionArgs } from '@remix-run/node';
import { wordsReadInput } from '#app/domain/meeting/meeting.ts';
import { signMeeting } from '#app/domain/meeting/sign-meeting.server.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer } from '#app/http/answer.server.ts';
import { parseForm } from '#app/http/form.server.ts';

/** A seat stands by the words that it has read. */
export async function action({ request, params: { number = '' } }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const form = await parseForm(request, wordsReadInput);
  if (!form.ok) return form.reply;
  const to = `/meetings/${number}`;
  return answer(await signMeeting(actor, { number, ...form.value }), { to, refusedTo: to });
}
