import type { Tx } from '#app/db/client.server.ts';

/** Whoever hands over, and whoever takes over, must be able to read the thread. */
export async function openThreadTo(
  tx: Tx,
  threadId: string,
  governmentIds: readonly string[],
): Promise<void> {
  const { visibility } = await tx.thread.findUniqueOrThrow({
    where: { id: threadId },
    select: { visibility: true },
  });
  if (visibility === 'network' || visibility === 'public') return;
  await tx.thread.update({
    where: { id: threadId },
    data: { visibility: 'bilateral' },
    select: { id: true },
  });
  await tx.threadAudience.createMany({
    data: governmentIds.map((governmentId) => ({ threadId, governmentId })),
    skipDuplicates: true,
  });
}
