import { db, type Tx } from '#app/db/client.server.ts';
import { commit, oneAtATime } from '#app/db/commit.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import { notifyGovernments } from '../notification/notify.server.ts';
import { lookAtOnceAndThen } from '../look-now-and-then.server.ts';

type Merged = { id: string; successorId: string };

/** Work that has not ended, by its thread. Where both were parties the successor answers for itself, and nothing moves. */
function openWorkOf({ id: governmentId, successorId }: Merged): Prisma.ThreadWhereInput {
  return {
    withdrawnAt: null,
    OR: [
      {
        actionItem: {
          state: { notIn: ['done', 'dropped'] },
          commitments: { some: { governmentId }, none: { governmentId: successorId } },
        },
      },
      {
        incident: {
          status: { in: ['reported', 'confirmed', 'responding'] },
          responsibleGovernmentId: governmentId,
        },
      },
      { subject: 'topic', closedAt: null, ownerGovernmentId: governmentId },
    ],
  };
}

/**
 * The open work of governments that were merged is their successor's from then on, said once in each thread. What has
 * ended, what was said and the old government's own page stay under its name.
 */
export async function passOnWork(now = new Date()): Promise<void> {
  const merged = await db().government.findMany({
    where: { validTo: { lt: new Date(now.toISOString().slice(0, 10)) }, successorId: { not: null } },
    select: { id: true, successorId: true },
  });
  for (const { id, successorId } of merged) if (successorId) await passOn({ id, successorId });
}

async function passOn({ id, successorId }: Merged): Promise<void> {
  const [one] = await db().thread.findMany({
    where: openWorkOf({ id, successorId }),
    take: 1,
    select: { id: true },
  });
  if (!one) return;
  await commit(async (tx, announce) => {
    await oneAtATime(tx, `pass-on:${id}`);
    const threads = await tx.thread.findMany({
      // Always in one order: whoever locks the same threads must not wait for each other.
      where: openWorkOf({ id, successorId }),
      orderBy: { id: 'asc' },
      select: { id: true },
    });
    for (const { id: threadId } of threads) {
      await moveTo(tx, threadId, { id, successorId });
      const payload = { fromGovernmentId: id, toGovernmentId: successorId };
      const event = await announce({ threadId, type: 'work_passed_on', payload, actor: null });
      await notifyGovernments(tx, event, [successorId], 'waits_for_us');
    }
  });
}

/** The thread with its promise, its responsibility, its readers and what was kept for the old government alone. */
async function moveTo(tx: Tx, threadId: string, { id, successorId }: Merged): Promise<void> {
  const governmentId = successorId;
  await tx.commitment.updateMany({
    where: { actionItem: { threadId }, governmentId: id },
    data: { governmentId },
  });
  await tx.incident.updateMany({
    where: { threadId, responsibleGovernmentId: id },
    data: { responsibleGovernmentId: governmentId },
  });
  await tx.offer.updateMany({ where: { threadId, governmentId: id }, data: { governmentId } });
  await tx.thread.updateMany({
    where: { id: threadId, ownerGovernmentId: id },
    data: { ownerGovernmentId: governmentId },
  });
  const named = await tx.threadAudience.count({ where: { threadId, governmentId: id } });
  if (named > 0)
    await tx.threadAudience.createMany({ data: [{ threadId, governmentId }], skipDuplicates: true });
  await tx.event.updateMany({
    where: { threadId, onlyGovernmentId: id },
    data: { onlyGovernmentId: governmentId },
  });
}

const lookEveryMs = 3_600_000;

/** Looks now and then for governments that came to their last day. @returns how to stop */
export function startPassingOnWork(): () => void {
  return lookAtOnceAndThen(() => passOnWork(), lookEveryMs, 'Work was not passed on.');
}
