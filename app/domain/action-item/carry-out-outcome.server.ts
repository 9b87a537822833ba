import { v7 as uuid } from 'uuid';
import type { Tx } from '#app/db/client.server.ts';
import type { Announce } from '#app/db/commit.server.ts';
import type { Language } from '#prisma/generated/enums.ts';
import type { Actor } from '../actor.ts';
import { notifyFollowers } from '../notification/notify.server.ts';

type Carried = {
  id: string;
  /** Of the meeting. */
  threadId: string;
  actionItemId: string;
  actionItemNumber: string;
  /** What the item says in its own words. */
  itemText: { text: string; language: Language };
};

/**
 * Within the proposal of an action item: this item carries the outcome out, also when the meeting is frozen. An outcome
 * has one; the first one stays. An item that says the same takes along what people wrote for the other languages.
 * @param tells whether everybody who reads the meeting may also read the item, so that its thread may name it
 */
export async function carryOutOutcome(
  { tx, announce, actor }: { tx: Tx; announce: Announce; actor: Actor },
  { id, threadId, actionItemId, actionItemNumber, itemText }: Carried,
  tells: boolean,
): Promise<void> {
  const { count } = await tx.outcome.updateMany({
    where: { id, actionItemId: null },
    data: { actionItemId },
  });
  if (count === 0) return;
  // From here on nobody changes its words.
  const { text, language, revision } = await tx.outcome.findUniqueOrThrow({
    where: { id },
    select: { text: true, language: true, revision: true },
  });
  if (itemText.text.replaceAll('\r\n', '\n') === text && itemText.language === language)
    await takeVersions(tx, { outcomeId: id, revision, actionItemId });
  if (!tells) return;
  const payload = { outcome: { text, language }, actionItemNumber };
  const event = await announce({ threadId, type: 'outcome_carried_out', payload, actor });
  await notifyFollowers(tx, event);
}

async function takeVersions(
  tx: Tx,
  { outcomeId, revision, actionItemId }: { outcomeId: string; revision: number; actionItemId: string },
): Promise<void> {
  const versions = await tx.translation.findMany({
    where: { subject: 'outcome', subjectId: outcomeId, field: 'text', kind: 'human', revision },
    select: {
      ...{ field: true, kind: true, language: true, text: true, sourceHash: true, accountId: true },
      ...{ seatId: true, verifiedAt: true, verifiedByAccountId: true, verifiedBySeatId: true },
    },
  });
  await tx.translation.createMany({
    data: versions.map((version) => ({
      ...version,
      id: uuid(),
      subject: 'action_item' as const,
      subjectId: actionItemId,
      revision: 1,
    })),
  });
}
