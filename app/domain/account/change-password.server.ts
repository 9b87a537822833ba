import { db } from '#app/db/client.server.ts';
import type { z } from 'zod';
import { done, refuse, type Result } from '../result.ts';
import { type changePasswordInput, notTheEmail } from './account.ts';
import { endSessionsOf } from './end-sessions.server.ts';
import { hashPassword, isPassword } from './password.server.ts';
import type { Session } from './session.ts';
import { forgetAttempts, mayAttempt } from './sign-in-attempts.server.ts';

/** Changes one's own password and signs out everywhere else. Guessing the present one is limited as at the sign-in. */
export async function changePassword(
  session: Session,
  { current, password }: z.output<typeof changePasswordInput>,
  address: string,
): Promise<Result<null>> {
  const { accountId, email } = session;
  if (!notTheEmail({ email, password })) return refuse('password_is_email');
  if (!(await mayAttempt({ email, address }))) return refuse('too_many_attempts');
  const { passwordHash } = await db().account.findUniqueOrThrow({
    where: { id: accountId },
    select: { passwordHash: true },
  });
  if (!(await isPassword(passwordHash, current))) return refuse('wrong_password');
  await forgetAttempts({ email, address });
  await db().account.update({
    where: { id: accountId },
    data: { passwordHash: await hashPassword(password) },
  });
  await endSessionsOf(accountId, { sessionId: session.id });
  return done(null);
}
