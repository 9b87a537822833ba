import type { Tx } from '#app/db/client.server.ts';
import type { Announce } from '#app/db/commit.server.ts';
import type { Language } from '#prisma/generated/enums.ts';
import type { Actor } from '../actor.ts';
import { notifyFollowers } from '../notification/notify.server.ts';

type Carried = {
  id: string;
  text: string;
  language: Language;
  /** Of the meeting. */
  threadId: string;
  actionItemId: string;
  actionItemNumber: string;
};

/**
 * Within the proposal of an action item: this item carries the outcome out, also when the meeting is frozen. An outcome
 * has one; the first one stays.
 * @param tells whether everybody who reads the meeting may also read the item, so that its thread may name it
 */
export async function carryOutOutcome(
  { tx, announce, actor }: { tx: Tx; announce: Announce; actor: Actor },
  { id, text, language, threadId, actionItemId, actionItemNumber }: Carried,
  tells: boolean,
): Promise<void> {
  const { count } = await tx.outcome.updateMany({
    where: { id, actionItemId: null },
    data: { actionItemId },
  });
  if (count === 0 || !tells) return;
  const payload = { outcome: { text, language }, actionItemNumber };
  const event = await announce({ threadId, type: 'outcome_carried_out', payload, actor });
  await notifyFollowers(tx, event);
}
