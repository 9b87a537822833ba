import { createHmac, timingSafeEqual } from 'node:crypto';
import { mailOffInput, type MailOff } from '#app/domain/notification/mail.ts';
import { sessionSecret } from './secrets.server.ts';

function signature({ accountId, kind }: MailOff): string {
  return createHmac('sha256', sessionSecret()).update(`mail-off:${kind}:${accountId}`).digest('base64url');
}

/** Path of the link in a mail that ends mails of its kind without signing in. It works as long as the account is there. */
export function pathToEndMails(of: MailOff): string {
  return `/mail/off/${of.accountId}.${of.kind}.${signature(of)}`;
}

/** Whose mails of which kind a link ends; null when we did not make it. */
export function readMailOff(token: string | undefined): MailOff | null {
  const [accountId, kind, given = ''] = (token ?? '').split('.');
  const parsed = mailOffInput.safeParse({ accountId, kind });
  if (!parsed.success) return null;
  const expected = Buffer.from(signature(parsed.data));
  const said = Buffer.from(given);
  return said.length === expected.length && timingSafeEqual(said, expected) ? parsed.data : null;
}
