import type { Tx } from '#app/db/client.server.ts';
import type { Announce } from '#app/db/commit.server.ts';
import type { Actor } from '../actor.ts';
import type { AnnouncedEvent } from '../event.ts';
import { notifyFollowers, notifyGovernments } from '../notification/notify.server.ts';
import { presentSteps } from './clearance.ts';
import { isAgreed } from './policy.ts';

/**
 * Part of every verb that brings an item nearer to its agreement: with the last acceptance and the last clearance that
 * are needed it is agreed, in the same transaction.
 * @returns the event, or null while something is missing
 */
export async function agreeWhenCleared(
  tx: Tx,
  announce: Announce,
  item: { id: string; threadId: string },
  actor: Actor,
): Promise<AnnouncedEvent | null> {
  const commitments = await tx.commitment.findMany({
    where: { actionItemId: item.id },
    select: {
      governmentId: true,
      role: true,
      state: true,
      steps: { ...presentSteps, select: { state: true } },
    },
  });
  if (!isAgreed(commitments)) return null;
  const { count } = await tx.actionItem.updateMany({
    where: { id: item.id, state: 'proposed' },
    data: { state: 'agreed' },
  });
  if (count === 0) return null;
  const event = await announce({ threadId: item.threadId, type: 'action_item_agreed', payload: {}, actor });
  const leads = commitments.flatMap(({ role, governmentId }) => (role === 'lead' ? [governmentId] : []));
  await notifyGovernments(tx, event, leads, 'waits_for_us');
  await notifyFollowers(tx, event);
  return event;
}
