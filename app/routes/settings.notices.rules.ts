import type { ActionFunctionArgs } from '@remix-run/node';
import { decideNoticeRules } from '#app/domain/notification/choose-mail.server.ts';
import { noticeRulesInput } from '#app/domain/notification/mail.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { answer } from '#app/http/answer.server.ts';
import { parseForm } from '#app/http/form.server.ts';

/** A government decides whether content leaves the house in mails and messages. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const form = await parseForm(request, noticeRulesInput);
  if (!form.ok) return form.reply;
  const page = '/settings/notices';
  return answer(await decideNoticeRules(actor, form.value), { to: `${page}?done`, refusedTo: page });
}
