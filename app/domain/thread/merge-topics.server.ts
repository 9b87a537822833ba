import { z } from 'zod';
import { db, type Tx } from '#app/db/client.server.ts';
import { commit, oneAtATime } from '#app/db/commit.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import type { Actor } from '../actor.ts';
import { notifyFollowers } from '../notification/notify.server.ts';
import { done, refuse, type Result } from '../result.ts';
import { holdPosts, mostMoved, movePosts } from './move-posts.server.ts';
import { isWiderThan, mayGoInto, mayKeepTopic, visibleTo } from './policy.ts';

export const mergeTopicsSchema = z.object({ toThreadId: z.uuid('required') });

const topicSelect = {
  id: true,
  visibility: true,
  ownerGovernmentId: true,
  withdrawnAt: true,
  closedAt: true,
  audience: { select: { governmentId: true } },
} as const satisfies Prisma.ThreadSelect;

/**
 * Puts the posts of one topic at the end of another and closes the one. Only where both have the same readers, or the
 * other has fewer: then the one is narrowed to them first, so that no reader learns of a topic that is not theirs.
 * What was put to the governments stays where it is.
 */
export async function mergeTopics(
  actor: Actor,
  { threadId, toThreadId }: { threadId: string } & z.output<typeof mergeTopicsSchema>,
): Promise<Result<{ threadId: string }>> {
  if (threadId === toThreadId) return refuse('nothing_changed');
  const ids = [threadId, toThreadId];
  // An offer stays with its words.
  const where = { id: { in: ids }, subject: 'topic' as const, offer: null, AND: visibleTo(actor) };
  const topics = await db().thread.findMany({ where, select: { ownerGovernmentId: true } });
  if (topics.length !== 2) return refuse('not_found');
  if (!topics.every((topic) => mayKeepTopic(actor, topic))) return refuse('not_allowed');

  return commit(async (tx, announce) => {
    for (const id of ids.toSorted()) await oneAtATime(tx, `readers:${id}`);
    const one = await tx.thread.findUniqueOrThrow({ where: { id: threadId }, select: topicSelect });
    const other = await tx.thread.findUniqueOrThrow({ where: { id: toThreadId }, select: topicSelect });
    if (other.closedAt) return refuse('topic_closed');
    if (!mayGoInto(one, other)) return refuse('other_readers');
    const posts = (await holdPosts(tx, threadId)).filter(({ decision }) => decision === null);
    if (posts.length === 0) return refuse('already_changed');
    if (posts.length > mostMoved) return refuse('too_many_posts');
    if (isWiderThan(one, other)) {
      const governmentIds = await narrowLike(tx, one, other);
      await announce({ threadId, type: 'readers_narrowed', payload: { governmentIds }, actor });
    }
    const count = posts.filter(({ event }) => event.onlyGovernmentId === null).length;
    const told = await announce({
      ...{ threadId: toThreadId, type: 'topic_merged_in', actor },
      payload: { fromThreadId: threadId, count },
    });
    await movePosts(tx, announce, { actor, fromThreadId: threadId, toThreadId }, posts);
    await tx.thread.update({
      where: { id: threadId },
      data: { closedAt: one.closedAt ?? new Date(), pinnedAt: null },
      select: { id: true },
    });
    await announce({ ...{ threadId, type: 'topic_merged', actor }, payload: { toThreadId, count } });
    // Who followed either follows the one that goes on, and hears of it once.
    await notifyFollowers(tx, told);
    return done({ threadId: toThreadId });
  });
}

type Topic = Prisma.ThreadGetPayload<{ select: typeof topicSelect }>;

/** Gives one topic the readers of the other; all of them. */
async function narrowLike(tx: Tx, one: Topic, other: Topic): Promise<string[]> {
  const named =
    other.visibility === 'bilateral' ? other.audience.map(({ governmentId }) => governmentId) : [];
  const readers = [...new Set([other.ownerGovernmentId, ...named])];
  const others = readers.filter((id) => id !== one.ownerGovernmentId);
  await tx.threadAudience.deleteMany({ where: { threadId: one.id } });
  await tx.threadAudience.createMany({
    data: others.map((governmentId) => ({ threadId: one.id, governmentId })),
  });
  await tx.thread.update({
    where: { id: one.id },
    data: { visibility: others.length > 0 ? 'bilateral' : 'government' },
    select: { id: true },
  });
  return [one.ownerGovernmentId, ...others];
}
