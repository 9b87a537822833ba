import { z } from 'zod';
import { db } from '#app/db/client.server.ts';
import { done, type Result } from '../result.ts';
import type { Session } from './session.ts';

export const translationChoice = z.object({ translatesFollowed: z.boolean().default(false) });

/** Whether new texts of the threads that one's seats follow are translated by machine without asking. */
export async function chooseTranslation(
  { accountId: id }: Pick<Session, 'accountId'>,
  data: z.output<typeof translationChoice>,
): Promise<Result<null>> {
  await db().account.update({ where: { id }, data, select: { id: true } });
  return done(null);
}
