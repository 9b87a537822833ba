import { commit } from '#app/db/commit.server.ts';
import type { z } from 'zod';
import { done, refuse, type Result } from '../result.ts';
import { type acceptInvitationInput, notTheEmail } from './account.ts';
import { endSessionsOf } from './end-sessions.server.ts';
import { findInvitation } from './find-invitation.server.ts';
import { useLink } from './one-time-link.server.ts';
import { hashPassword } from './password.server.ts';

/** Who holds the link chooses the password; whoever was signed in with an earlier one is signed out. */
export async function acceptInvitation(
  token: string,
  { password, language }: z.output<typeof acceptInvitationInput>,
): Promise<Result<{ accountId: string }>> {
  const account = await findInvitation(token);
  if (!account) return refuse('link_used_or_expired');
  if (!notTheEmail({ email: account.email, password })) return refuse('password_is_email');
  const passwordHash = await hashPassword(password);

  const accepted = await commit(async (tx) => {
    if (!(await useLink(tx, token, 'invitation'))) return false;
    await tx.account.update({ where: { id: account.id }, data: { passwordHash, language } });
    return true;
  });
  if (!accepted) return refuse('link_used_or_expired');
  await endSessionsOf(account.id);
  return done({ accountId: account.id });
}
