import { db } from '#app/db/client.server.ts';
import { governmentSelect } from '../government/government.ts';
import { findOpenLink } from './one-time-link.server.ts';

/** Whom an invitation is for; null when it was used or has expired. */
export async function findInvitation(token: string) {
  const link = await findOpenLink(token, 'invitation');
  if (!link?.accountId) return null;
  return db().account.findFirst({
    where: { id: link.accountId, closedAt: null },
    select: {
      id: true,
      email: true,
      name: true,
      nameLatin: true,
      language: true,
      tenures: {
        where: { OR: [{ to: null }, { to: { gt: new Date() } }], seat: { closedAt: null } },
        orderBy: { from: 'asc' },
        take: 1,
        select: {
          from: true,
          seat: {
            select: { titleKo: true, titleZh: true, titleEn: true, government: { select: governmentSelect } },
          },
        },
      },
    },
  });
}

/** Does this setup link still work? */
export async function findSetup(token: string): Promise<boolean> {
  return (await findOpenLink(token, 'setup')) !== null;
}
