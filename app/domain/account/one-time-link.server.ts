import { v7 as uuid } from 'uuid';
import { db, type Tx } from '#app/db/client.server.ts';
import type { LinkPurpose } from '#prisma/generated/enums.ts';
import { invitationMs } from './account.ts';
import { hashToken, newToken } from './token.server.ts';

/**
 * Makes the link by which somebody chooses a password; earlier ones of the account stop working.
 * @returns its token, which is kept nowhere: hand it over now
 */
export async function makeInvitation(tx: Tx, accountId: string, seatId: string | null): Promise<string> {
  const { token, tokenHash } = newToken();
  await tx.oneTimeLink.deleteMany({ where: { purpose: 'invitation', accountId, usedAt: null } });
  const expiresAt = new Date(Date.now() + invitationMs);
  await tx.oneTimeLink.create({
    data: { id: uuid(), tokenHash, purpose: 'invitation', accountId, seatId, expiresAt },
  });
  return token;
}

/** Uses a link up. Two at once: one gets true. */
export async function useLink(tx: Tx, token: string, purpose: LinkPurpose): Promise<boolean> {
  const now = new Date();
  const { count } = await tx.oneTimeLink.updateMany({
    where: { tokenHash: hashToken(token), purpose, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  });
  return count === 1;
}

/** Does the link still work? */
export function findOpenLink(token: string, purpose: LinkPurpose) {
  return db().oneTimeLink.findFirst({
    where: { tokenHash: hashToken(token), purpose, usedAt: null, expiresAt: { gt: new Date() } },
    select: { id: true, accountId: true, expiresAt: true },
  });
}
