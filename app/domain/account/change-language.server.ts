import { db } from '#app/db/client.server.ts';
import type { z } from 'zod';
import type { changeLanguageInput } from './account.ts';
import type { Session } from './session.ts';

/** Remembers in which language the account reads. */
export async function changeLanguage(
  { accountId }: Session,
  { language }: z.output<typeof changeLanguageInput>,
): Promise<void> {
  await db().account.update({ where: { id: accountId }, data: { language } });
}
