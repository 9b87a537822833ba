import { startHandover } from '#app/domain/handover/start-handover.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import { demoId } from './ids.ts';
import { demoSeats } from './seats.ts';

/** What the predecessor in Yantai left for the promise that is open. */
const note = '保宁方面已婉拒，文本待改为互通废网回收方法，再征求意见。威海尚未答复，请先与其联系。';

/** One seat of the demo world changed hands a few days ago: its handover waits for the successor. */
export async function fillHandover(tx: Prisma.TransactionClient, now: Date): Promise<void> {
  const { predecessor, heldForDays, governmentId } = demoSeats['yantai-officer'];
  if (!predecessor) return;
  const tenureId = demoId(`tenure/${predecessor.email}`);
  await startHandover(tx, tenureId, new Date(now.getTime() - heldForDays * 24 * 3600_000));
  const item = await tx.handoverItem.findFirst({
    where: { handover: { tenureId }, thread: { actionItem: { commitments: { some: { governmentId } } } } },
    orderBy: { thread: { lastEventAt: 'desc' } },
    select: { handoverId: true, threadId: true },
  });
  if (!item) return;
  await tx.handoverItem.update({
    where: { handoverId_threadId: item },
    data: { note, noteLanguage: 'zh' },
    select: { threadId: true },
  });
}
