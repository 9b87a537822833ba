import type { Tx } from '#app/db/client.server.ts';
import { statesBefore } from './policy.ts';

/**
 * Part of the verbs that change the words: the next revision, a proposal again, every answer open again. Translations of
 * texts that stay as they are go with them to the new revision.
 * @param stays which of the item's texts keep their words
 * @returns the new revision; null when somebody else was quicker
 */
export async function renewWording(
  tx: Tx,
  item: { id: string; revision: number },
  stays: { title: boolean; text: boolean },
  data: { title?: string; text?: string; dueOn?: Date | null },
): Promise<number | null> {
  const revision = item.revision + 1;
  const { count } = await tx.actionItem.updateMany({
    where: { id: item.id, revision: item.revision, state: { in: [...statesBefore('edit')] } },
    data: { ...data, revision, state: 'proposed' },
  });
  if (count === 0) return null;
  await tx.commitment.updateMany({
    where: { actionItemId: item.id },
    data: {
      state: 'proposed',
      answeredRevision: null,
      answeredAt: null,
      answeredBySeatId: null,
      reason: null,
      reasonLanguage: null,
    },
  });
  const commitments = await tx.commitment.findMany({
    where: { actionItemId: item.id },
    select: { id: true },
  });
  const fields = (['title', 'text'] as const).filter((field) => stays[field]);
  await tx.translation.updateMany({
    where: {
      revision: item.revision,
      OR: [
        { subject: 'action_item', subjectId: item.id, field: { in: fields } },
        { subject: 'commitment', subjectId: { in: commitments.map(({ id }) => id) } },
      ],
    },
    data: { revision },
  });
  return revision;
}
