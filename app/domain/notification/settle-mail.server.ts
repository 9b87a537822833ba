import { db } from '#app/db/client.server.ts';
import type { MailState } from '#prisma/generated/enums.ts';

/**
 * Takes a mail to hand it over. Null when it is settled, or when somebody took it before and never said what became of
 * it: then it may have arrived, and is not sent again.
 * @param isIdempotent whether handing over the same mail twice is handing it over once
 */
export async function beginMail(
  id: string,
  { isIdempotent }: { isIdempotent: boolean },
): Promise<{ messageId: string } | null> {
  const { count } = await db().mail.updateMany({
    where: { id, state: isIdempotent ? { in: ['waiting', 'sending'] } : 'waiting' },
    data: { state: 'sending', beganAt: new Date() },
  });
  if (count === 1) return db().mail.findUniqueOrThrow({ where: { id }, select: { messageId: true } });
  await db().mail.updateMany({ where: { id, state: 'sending' }, data: { state: 'uncertain' } });
  return null;
}

/** Says what became of it. */
export async function settleMail(id: string, state: MailState, fault: string | null = null): Promise<void> {
  const sentAt = state === 'sent' ? new Date() : null;
  await db().mail.updateMany({ where: { id }, data: { state, fault, sentAt } });
}
