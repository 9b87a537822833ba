import type { Tx } from '#app/db/client.server.ts';
import type { Announce } from '#app/db/commit.server.ts';
import type { Actor } from '../actor.ts';
import { notifyFollowers } from '../notification/notify.server.ts';

type Carried = { postId: string; threadId: string; actionItemId: string; actionItemNumber: string };

/**
 * Within the proposal of an action item: says in the thread of the decision that this item carries it out. A decision
 * has one; the first one stays.
 */
export async function carryOutDecision(
  { tx, announce, actor }: { tx: Tx; announce: Announce; actor: Actor },
  { postId, threadId, actionItemId, actionItemNumber }: Carried,
): Promise<void> {
  const { count } = await tx.decision.updateMany({
    where: { postId, actionItemId: null },
    data: { actionItemId },
  });
  if (count === 0) return;
  const event = await announce({
    threadId,
    type: 'decision_carried_out',
    payload: { postId, actionItemNumber },
    actor,
  });
  await notifyFollowers(tx, event);
}
