import { v7 as uuid } from 'uuid';
import { commit, oneAtATime } from '#app/db/commit.server.ts';
import { db } from '#app/db/client.server.ts';
import type { Actor } from '../actor.ts';
import { follow, notifyFollowers } from '../notification/notify.server.ts';
import { done, refuse, type Result } from '../result.ts';
import { mostAttachments } from './attachment.ts';
import { findPost } from './find-post.server.ts';
import { putReferences } from './keep-references.server.ts';
import { notifyMentioned } from './notify-mentioned.server.ts';
import { mayPost, visibleTo } from './policy.ts';
import type { PostInput } from './post.ts';
import { areWaiting, takeAttachments } from './take-attachments.server.ts';

/**
 * Writes a post and answers its number. The same key with the same words answers the number that it already has; with
 * other words it refuses.
 */
export async function writePost(
  actor: Actor,
  input: PostInput & { threadId: string },
): Promise<Result<{ seq: number }>> {
  const { threadId, clientKey, language, body, photoIds = [], fileIds = [] } = input;
  if (photoIds.length + fileIds.length > mostAttachments) return refuse('too_many_attachments');
  const thread = await db().thread.findFirst({
    where: { id: threadId, ...visibleTo(actor) },
    select: { closedAt: true },
  });
  if (!thread) return refuse('not_found');
  if (!mayPost(actor)) return refuse('not_allowed');
  const replyToSeq = input.replyTo ?? null;
  if (replyToSeq !== null && !(await findPost(actor, { threadId, seq: replyToSeq })))
    return refuse('not_found');
  const onlyGovernmentId = input.onlyOwnGovernment ? actor.governmentId : null;

  return commit(async (tx, announce) => {
    await oneAtATime(tx, `${actor.accountId}:${clientKey}`);
    const written = await tx.post.findUnique({
      where: { accountId_clientKey: { accountId: actor.accountId, clientKey } },
      select: {
        seq: true,
        threadId: true,
        language: true,
        body: true,
        event: { select: { onlyGovernmentId: true } },
      },
    });
    if (written) {
      const same =
        written.threadId === threadId &&
        written.body === body &&
        written.language === language &&
        written.event.onlyGovernmentId === onlyGovernmentId;
      return same ? done({ seq: written.seq }) : refuse('key_reused');
    }
    if (thread.closedAt) return refuse('topic_closed');
    if (!(await areWaiting(tx, actor, { photoIds, fileIds }))) return refuse('attachment_gone');
    const id = uuid();
    const { accountId, seatId, governmentId } = actor;
    const event = await announce({
      threadId,
      type: 'post_written',
      payload: { postId: id },
      actor,
      ...(onlyGovernmentId ? { onlyGovernmentId } : {}),
    });
    const at = { threadId, seq: event.seq };
    await tx.post.create({
      data: { id, ...at, accountId, seatId, governmentId, clientKey, language, body, replyToSeq },
      select: { id: true },
    });
    await takeAttachments(tx, actor, { photoIds, fileIds }, id);
    await putReferences(tx, id, body);
    await notifyMentioned(tx, event, body);
    await notifyFollowers(tx, event);
    await follow(tx, threadId, seatId);
    return done({ seq: event.seq });
  });
}
