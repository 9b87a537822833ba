import { v7 as uuid } from 'uuid';
import { db } from '#app/db/client.server.ts';
import { commit, oneAtATime } from '#app/db/commit.server.ts';
import type { z } from 'zod';
import { inBeing } from '../government/government.ts';
import { done, refuse, type Result } from '../result.ts';
import type { setupInput } from './account.ts';
import { useLink } from './one-time-link.server.ts';
import { hashPassword } from './password.server.ts';

/** The first seat of the secretariat, at the government that hosts it, and the person in it. Once, by the setup link. */
export async function setUpSecretariat(
  token: string,
  { governmentId, titleKo, titleZh, titleEn, password, ...person }: z.output<typeof setupInput>,
): Promise<Result<{ accountId: string }>> {
  const host = await db().government.findFirst({
    where: { id: governmentId, ...inBeing(new Date()) },
    select: { id: true },
  });
  if (!host) return refuse('not_found');
  const passwordHash = await hashPassword(password);

  return commit(async (tx) => {
    await oneAtATime(tx, `account:${person.email}`);
    if (await tx.account.findUnique({ where: { email: person.email }, select: { id: true } }))
      return refuse('email_taken');
    if (!(await useLink(tx, token, 'setup'))) return refuse('link_used_or_expired');
    const seatId = uuid();
    await tx.seat.create({
      data: { id: seatId, governmentId, role: 'secretariat', titleKo, titleZh, titleEn },
    });
    const { id: accountId } = await tx.account.create({
      data: { id: uuid(), ...person, passwordHash },
      select: { id: true },
    });
    await tx.tenure.create({ data: { id: uuid(), seatId, accountId, from: new Date() } });
    return done({ accountId });
  });
}
