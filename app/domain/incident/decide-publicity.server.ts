import { db } from '#app/db/client.server.ts';
import { commit } from '#app/db/commit.server.ts';
import type { Actor } from '../actor.ts';
import { notifyFollowers, notifyGovernments } from '../notification/notify.server.ts';
import { done, refuse, type Result } from '../result.ts';
import { visibleTo } from '../thread/policy.ts';
import type { PublicityInput } from './incident.ts';
import { mayDecidePublicity, publicityOf } from './policy.ts';

/**
 * The responsible government decides whether everybody may see an incident, and how exactly: with its place, with the
 * middle of its grid cell, or not at all, so that it is for the members again.
 */
export async function decidePublicity(
  actor: Actor,
  { number, publicity, text, language }: PublicityInput & { number: string },
): Promise<Result<{ seq: number }>> {
  const incident = await db().incident.findFirst({
    where: { number, thread: visibleTo(actor) },
    select: {
      id: true,
      threadId: true,
      responsibleGovernmentId: true,
      reporterGovernmentId: true,
      coarseForPublic: true,
      thread: { select: { visibility: true } },
    },
  });
  if (!incident) return refuse('not_found');
  const { id, threadId, responsibleGovernmentId, reporterGovernmentId, coarseForPublic } = incident;
  const { visibility } = incident.thread;
  if (!mayDecidePublicity(actor, { responsibleGovernmentId, visibility })) return refuse('not_allowed');
  if (publicityOf({ visibility, coarseForPublic }) === publicity) return refuse('already_changed');

  return commit(async (tx, announce) => {
    const { count } = await tx.incident.updateMany({
      where: { id, responsibleGovernmentId, coarseForPublic, thread: { visibility } },
      data: { coarseForPublic: publicity === 'coarse' },
    });
    if (count === 0) return refuse('already_changed');
    await tx.thread.update({
      where: { id: threadId },
      data: { visibility: publicity === 'none' ? 'network' : 'public' },
      select: { id: true },
    });
    const payload = { publicity, reason: { text, language } };
    const event = await announce({ threadId, type: 'publicity_decided', payload, actor });
    await notifyFollowers(tx, event);
    await notifyGovernments(tx, event, [reporterGovernmentId], 'news_in_my_thread');
    return done({ seq: event.seq });
  });
}
