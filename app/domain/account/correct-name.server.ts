import { db } from '#app/db/client.server.ts';
import type { z } from 'zod';
import { done, type Result } from '../result.ts';
import type { correctNameInput } from './account.ts';
import type { Session } from './session.ts';

/** Writes one's own name right, in the own script and for readers of others. */
export async function correctName(
  { accountId }: Session,
  { name, nameLatin }: z.output<typeof correctNameInput>,
): Promise<Result<null>> {
  await db().account.update({ where: { id: accountId }, data: { name, nameLatin } });
  return done(null);
}
