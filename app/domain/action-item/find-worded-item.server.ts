import { db, type Tx } from '#app/db/client.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import type { Language } from '#prisma/generated/enums.ts';

const wordedSelect = {
  id: true,
  threadId: true,
  revision: true,
  state: true,
  title: true,
  text: true,
  language: true,
  thread: { select: { id: true, visibility: true, ownerGovernmentId: true } },
  commitments: {
    select: {
      id: true,
      governmentId: true,
      language: true,
      text: true,
      steps: { where: { endedAt: null }, select: { state: true } },
    },
  },
} as const satisfies Prisma.ActionItemSelect;

export type WordedItem = Prisma.ActionItemGetPayload<{ select: typeof wordedSelect }>;

/**
 * The item whose wording a text is a part of, with the language of that text: the common wording, or the words of one
 * party. Null when it is absent, empty or in no such thread.
 */
export async function findWordedItem(
  { subject, subjectId }: { subject: 'action_item' | 'commitment'; subjectId: string },
  thread: Prisma.ThreadWhereInput,
  reads: Pick<Tx, 'actionItem'> = db(),
): Promise<(WordedItem & { language: Language }) | null> {
  if (subject === 'action_item') {
    return reads.actionItem.findFirst({ where: { id: subjectId, thread }, select: wordedSelect });
  }
  const item = await reads.actionItem.findFirst({
    where: { commitments: { some: { id: subjectId } }, thread },
    select: wordedSelect,
  });
  const own = item?.commitments.find(({ id }) => id === subjectId);
  return item && own?.language && own.text ? { ...item, language: own.language, text: own.text } : null;
}
