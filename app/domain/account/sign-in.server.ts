import { db } from '#app/db/client.server.ts';
import type { z } from 'zod';
import { done, refuse, type Result } from '../result.ts';
import type { signInInput } from './account.ts';
import { isPassword } from './password.server.ts';
import { forgetAttempts, mayAttempt } from './sign-in-attempts.server.ts';

/**
 * Checks e-mail and password. An unknown e-mail, a closed account and a wrong password get the same answer after the
 * same time; too many of them are refused without looking.
 */
export async function signIn(
  { email, password }: z.output<typeof signInInput>,
  address: string,
): Promise<Result<{ accountId: string }>> {
  if (!(await mayAttempt({ email, address }))) return refuse('too_many_attempts');
  const account = await db().account.findFirst({
    where: { email, closedAt: null },
    select: { id: true, passwordHash: true },
  });
  if (!(await isPassword(account?.passwordHash, password)) || !account) return refuse('wrong_sign_in');
  await forgetAttempts({ email, address });
  return done({ accountId: account.id });
}
