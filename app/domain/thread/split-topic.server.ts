import { z } from 'zod';
import { db } from '#app/db/client.server.ts';
import { commit, oneAtATime } from '#app/db/commit.server.ts';
import { Language } from '#prisma/generated/enums.ts';
import type { Actor } from '../actor.ts';
import { notifyFollowers } from '../notification/notify.server.ts';
import { done, refuse, type Result } from '../result.ts';
import { holdPosts, mostMoved, movePosts } from './move-posts.server.ts';
import { mayKeepTopic, maySeeEvent, visibleTo } from './policy.ts';
import { longestTitle } from './post.ts';

export const splitTopicSchema = z.object({
  /** Becomes the id of the new topic. */
  clientKey: z.uuid(),
  title: z.string('required').trim().min(1, 'required').max(longestTitle, 'too_long'),
  language: z.enum(Language, 'required'),
  seqs: z.array(z.coerce.number().int().min(1)).min(1, 'too_few').max(mostMoved, 'too_many'),
});

type Split = { threadId: string } & z.output<typeof splitTopicSchema>;

/**
 * Makes a topic of its own of some posts, with the readers, the owner and the category of the one that they stood in.
 * What was put to the governments stays where it is. The same key never splits twice.
 */
export async function splitTopic(actor: Actor, input: Split): Promise<Result<{ threadId: string }>> {
  const { threadId, clientKey, title, language, seqs } = input;
  const topic = await db().thread.findFirst({
    where: { id: threadId, subject: 'topic', AND: visibleTo(actor) },
    select: { ownerGovernmentId: true },
  });
  if (!topic) return refuse('not_found');
  if (!mayKeepTopic(actor, topic)) return refuse('not_allowed');

  return commit(async (tx, announce) => {
    await oneAtATime(tx, `readers:${threadId}`);
    const made = await tx.event.findUnique({
      where: { threadId_seq: { threadId: clientKey, seq: 1 } },
      select: { type: true, accountId: true },
    });
    if (made) {
      const same = made.type === 'topic_split_off' && made.accountId === actor.accountId;
      return same ? done({ threadId: clientKey }) : refuse('key_reused');
    }
    const posts = await holdPosts(tx, threadId, seqs);
    if (!posts.every(({ event }) => maySeeEvent(actor, event))) return refuse('not_found');
    if (posts.length !== new Set(seqs).size) return refuse('already_changed');
    if (posts.some(({ decision }) => decision !== null)) return refuse('decision_stays');
    const now = await tx.thread.findUniqueOrThrow({
      where: { id: threadId },
      select: { visibility: true, category: true, audience: { select: { governmentId: true } } },
    });
    const { visibility, category, audience } = now;
    await tx.thread.create({
      data: {
        ...{ id: clientKey, subject: 'topic', title, titleLanguage: language, visibility, category },
        ownerGovernmentId: topic.ownerGovernmentId,
        audience: { create: audience },
      },
      select: { id: true },
    });
    const count = posts.filter(({ event }) => event.onlyGovernmentId === null).length;
    await announce({
      ...{ threadId: clientKey, type: 'topic_split_off', actor },
      payload: { fromThreadId: threadId, count },
    });
    await movePosts(tx, announce, { actor, fromThreadId: threadId, toThreadId: clientKey }, posts);
    const event = await announce({
      ...{ threadId, type: 'topic_split', actor },
      payload: { toThreadId: clientKey, count },
    });
    await notifyFollowers(tx, event);
    return done({ threadId: clientKey });
  });
}
