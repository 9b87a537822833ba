import { db } from '#app/db/client.server.ts';
import { commit } from '#app/db/commit.server.ts';
import type { Actor } from '../actor.ts';
import { done, refuse, type Result } from '../result.ts';
import { makeInvitation } from './one-time-link.server.ts';
import { mayKeepMembers } from './policy.ts';

/**
 * A new link for somebody who lost the first or forgot the password. The present password works until it is used.
 * @returns its token, shown once
 */
export async function renewLink(
  actor: Actor,
  { accountId }: { accountId: string },
): Promise<Result<{ token: string; email: string; name: string; nameLatin: string }>> {
  if (!mayKeepMembers(actor)) return refuse('not_allowed');
  const account = await db().account.findFirst({
    where: { id: accountId, closedAt: null },
    select: { email: true, name: true, nameLatin: true },
  });
  if (!account) return refuse('not_found');
  return commit(async (tx) => done({ ...account, token: await makeInvitation(tx, accountId, null) }));
}
