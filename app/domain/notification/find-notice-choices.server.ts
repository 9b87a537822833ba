import { db } from '#app/db/client.server.ts';
import type { Actor } from '../actor.ts';
import { mayDecideNoticeRules } from './mail.ts';

/** What somebody chose about mails, and their government about what is in them. */
export async function findNoticeChoices(actor: Actor) {
  const { accountId: id, governmentId } = actor;
  const [account, rules] = await Promise.all([
    db().account.findUniqueOrThrow({
      where: { id },
      select: { email: true, mailsAtOnce: true, mailRhythm: true },
    }),
    db().governmentNoticeRules.findUnique({ where: { governmentId } }),
  ]);
  return {
    ...account,
    withoutContent: rules?.withoutContent ?? false,
    mayDecide: mayDecideNoticeRules(actor),
  };
}

/** Whose mails of one kind a link would end; null when the account is gone. */
export function findMailAddress(accountId: string): Promise<{ email: string } | null> {
  return db().account.findFirst({ where: { id: accountId, closedAt: null }, select: { email: true } });
}
