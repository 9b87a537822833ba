import { v7 as uuid } from 'uuid';
import type { Tx } from '#app/db/client.server.ts';
import type { Announce } from '#app/db/commit.server.ts';
import type { Actor } from '../actor.ts';
import { notifyFollowers, notifyGovernments } from '../notification/notify.server.ts';
import { presentSteps } from './clearance.ts';
import { hashWording } from './hash-wording.server.ts';
import { clearedStates } from './policy.ts';

/**
 * Part of every verb that touches the words: marks for other words count no more, a ladder with a step that was granted for other
 * words begins anew, the item is a proposal again, and the thread says so. What was recorded about the old words is kept.
 */
export async function keepToWording(
  tx: Tx,
  announce: Announce,
  item: { id: string; threadId: string; revision: number },
  actor: Actor,
): Promise<void> {
  const wordingHash = await hashWording(item.id, tx);
  await endMarks(tx, announce, { ...item, wordingHash }, actor);
  const outdated = await tx.commitment.findMany({
    where: {
      actionItemId: item.id,
      steps: { some: { endedAt: null, state: 'granted', NOT: { wordingHash } } },
    },
    orderBy: { governmentId: 'asc' },
    select: {
      id: true,
      governmentId: true,
      steps: {
        ...presentSteps,
        select: { position: true, authorityKo: true, authorityZh: true, authorityEn: true },
      },
    },
  });
  if (outdated.length === 0) return;
  await tx.clearanceStep.updateMany({
    where: { commitmentId: { in: outdated.map(({ id }) => id) }, endedAt: null },
    data: { endedAt: new Date() },
  });
  await tx.clearanceStep.createMany({
    data: outdated.flatMap(({ id, steps }) =>
      steps.map((step) => ({ id: uuid(), commitmentId: id, ...step })),
    ),
  });
  await tx.actionItem.updateMany({
    where: { id: item.id, state: { in: [...clearedStates] } },
    data: { state: 'proposed' },
  });
  const governmentIds = outdated.map(({ governmentId }) => governmentId);
  const reopened = await announce({
    threadId: item.threadId,
    type: 'clearance_reopened',
    payload: { revision: item.revision, governmentIds },
    actor,
  });
  await notifyGovernments(tx, reopened, governmentIds, 'waits_for_us');
  await notifyFollowers(tx, reopened);
}

async function endMarks(
  tx: Tx,
  announce: Announce,
  item: { id: string; threadId: string; revision: number; wordingHash: string },
  actor: Actor,
): Promise<void> {
  const { threadId, revision, wordingHash } = item;
  const marks = await tx.wordingMark.findMany({
    where: { commitment: { actionItemId: item.id }, endedAt: null, NOT: { wordingHash } },
    select: { id: true, commitment: { select: { governmentId: true } } },
  });
  if (marks.length === 0) return;
  await tx.wordingMark.updateMany({
    where: { id: { in: marks.map(({ id }) => id) } },
    data: { endedAt: new Date() },
  });
  const governmentIds = [...new Set(marks.map(({ commitment }) => commitment.governmentId))].sort();
  const payload = { revision, governmentIds };
  const ended = await announce({ threadId, type: 'wording_marks_ended', payload, actor });
  await notifyGovernments(tx, ended, governmentIds, 'waits_for_us');
  await notifyFollowers(tx, ended);
}
