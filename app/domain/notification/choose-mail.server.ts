import { db } from '#app/db/client.server.ts';
import type { z } from 'zod';
import type { Actor } from '../actor.ts';
import { done, refuse, type Result } from '../result.ts';
import { type mailChoiceInput, type MailOff, mayDecideNoticeRules, type noticeRulesInput } from './mail.ts';

/** How often somebody is mailed, in whatever seat. */
export async function chooseMail(
  { accountId: id }: Actor,
  data: z.output<typeof mailChoiceInput>,
): Promise<Result<null>> {
  await db().account.update({ where: { id }, data, select: { id: true } });
  return done(null);
}

/** Ends mails of one kind, for who came by the link in one of them. */
export async function endMails({ accountId: id, kind }: MailOff): Promise<Result<null>> {
  const { count } = await db().account.updateMany({
    where: { id, closedAt: null },
    data: kind === 'at_once' ? { mailsAtOnce: false } : { mailRhythm: 'off' },
  });
  return count === 0 ? refuse('not_found') : done(null);
}

/** Whether the content of mails and messages stays in the house, from now on. */
export async function decideNoticeRules(
  actor: Actor,
  rules: z.output<typeof noticeRulesInput>,
): Promise<Result<null>> {
  if (!mayDecideNoticeRules(actor)) return refuse('not_allowed');
  const { governmentId } = actor;
  await db().governmentNoticeRules.upsert({
    where: { governmentId },
    create: { governmentId, ...rules },
    update: rules,
  });
  return done(null);
}
