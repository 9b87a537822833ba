import { v7 as uuid } from 'uuid';
import { db } from '#app/db/client.server.ts';
import { commit, oneAtATime } from '#app/db/commit.server.ts';
import type { Actor } from '../actor.ts';
import { follow, notifyFollowers, notifyGovernments } from '../notification/notify.server.ts';
import { done, refuse, type Result } from '../result.ts';
import { mostAttachments } from './attachment.ts';
import { putReferences } from './keep-references.server.ts';
import { mayPost } from './policy.ts';
import type { TopicInput } from './post.ts';
import { areWaiting, takeAttachments } from './take-attachments.server.ts';

/**
 * Opens a topic with its first post. The client key becomes the id of the thread: the same key never opens a second.
 * The named governments of a bilateral topic are told.
 */
export async function openTopic(actor: Actor, input: TopicInput): Promise<Result<{ threadId: string }>> {
  if (!mayPost(actor)) return refuse('not_allowed');
  const audience = await findAudience(actor, input);
  if (input.visibility === 'bilateral' && audience.length === 0) return refuse('needs_two_governments');
  const { clientKey: threadId, title, language, body, visibility, photoIds = [], fileIds = [] } = input;
  if (photoIds.length + fileIds.length > mostAttachments) return refuse('too_many_attachments');
  const { accountId, seatId, governmentId } = actor;

  return commit(async (tx, announce) => {
    await oneAtATime(tx, `${accountId}:${threadId}`);
    const opened = await tx.thread.findUnique({
      where: { id: threadId },
      select: { title: true, posts: { where: { seq: 2 }, select: { accountId: true, body: true } } },
    });
    if (opened) {
      const [first] = opened.posts;
      const same = opened.title === title && first?.accountId === accountId && first.body === body;
      return same ? done({ threadId }) : refuse('key_reused');
    }
    if (!(await areWaiting(tx, actor, { photoIds, fileIds }))) return refuse('attachment_gone');
    await tx.thread.create({
      data: {
        id: threadId,
        subject: 'topic',
        title,
        titleLanguage: language,
        visibility,
        category: input.category ?? null,
        ownerGovernmentId: governmentId,
        audience: { create: audience.map((id) => ({ governmentId: id })) },
      },
      select: { id: true },
    });
    await announce({ threadId, type: 'topic_opened', payload: {}, actor });
    const id = uuid();
    const event = await announce({ threadId, type: 'post_written', payload: { postId: id }, actor });
    await tx.post.create({
      data: {
        id,
        threadId,
        seq: event.seq,
        accountId,
        seatId,
        governmentId,
        clientKey: uuid(),
        language,
        body,
      },
      select: { id: true },
    });
    await takeAttachments(tx, actor, { photoIds, fileIds }, id);
    await putReferences(tx, id, body);
    await follow(tx, threadId, seatId);
    await notifyGovernments(tx, event, audience, 'news_in_my_thread');
    await notifyFollowers(tx, event);
    return done({ threadId });
  });
}

async function findAudience(actor: Actor, { visibility, audience }: TopicInput): Promise<string[]> {
  if (visibility !== 'bilateral') return [];
  const named = await db().government.findMany({
    where: { id: { in: audience, not: actor.governmentId } },
    select: { id: true },
  });
  return named.map(({ id }) => id);
}
