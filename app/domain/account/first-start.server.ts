import { v7 as uuid } from 'uuid';
import { db } from '#app/db/client.server.ts';
import { newToken } from './token.server.ts';

const setupLinkMs = 24 * 60 * 60 * 1000;

/**
 * While nobody can sign in, makes the link by which the secretariat sets up its first seat; earlier ones stop working.
 * @returns its path, which works once and for 24 hours; null when somebody has a password already
 */
export async function ensureFirstSeat(): Promise<string | null> {
  const someone = await db().account.findFirst({
    where: { passwordHash: { not: null } },
    select: { id: true },
  });
  if (someone) return null;
  const { token, tokenHash } = newToken();
  await db().$transaction([
    db().oneTimeLink.deleteMany({ where: { purpose: 'setup' } }),
    db().oneTimeLink.create({
      data: { id: uuid(), tokenHash, purpose: 'setup', expiresAt: new Date(Date.now() + setupLinkMs) },
    }),
  ]);
  return `/setup/${token}`;
}
