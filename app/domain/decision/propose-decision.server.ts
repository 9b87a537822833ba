import { v7 as uuid } from 'uuid';
import { db } from '#app/db/client.server.ts';
import { commit, oneAtATime } from '#app/db/commit.server.ts';
import type { Actor } from '../actor.ts';
import { follow, notifyFollowers, notifyGovernments } from '../notification/notify.server.ts';
import { done, refuse, type Result } from '../result.ts';
import { mostAttachments } from '../thread/attachment.ts';
import { putReferences } from '../thread/keep-references.server.ts';
import { maySee, mayPost, visibleTo } from '../thread/policy.ts';
import { areWaiting, takeAttachments } from '../thread/take-attachments.server.ts';
import type { ProposeDecisionInput } from './decision.ts';

/**
 * Puts a proposal to governments that read the thread: its words are a post, so that they are translated and quoted
 * like one. The same client key gives the same proposal again.
 */
export async function proposeDecision(
  actor: Actor,
  input: ProposeDecisionInput & { threadId: string },
): Promise<Result<{ seq: number }>> {
  const { threadId, clientKey, body, language, options, deadline, photoIds = [], fileIds = [] } = input;
  if (photoIds.length + fileIds.length > mostAttachments) return refuse('too_many_attachments');
  const thread = await db().thread.findFirst({
    where: { id: threadId, ...visibleTo(actor) },
    select: {
      closedAt: true,
      visibility: true,
      withdrawnAt: true,
      ownerGovernmentId: true,
      audience: { select: { governmentId: true } },
    },
  });
  if (!thread) return refuse('not_found');
  if (!mayPost(actor)) return refuse('not_allowed');
  if (thread.closedAt) return refuse('topic_closed');
  const governmentIds = [...new Set(input.governments)].sort();
  const known = await db().government.count({ where: { id: { in: governmentIds } } });
  const allRead = governmentIds.every((governmentId) => maySee({ ...actor, governmentId }, thread));
  if (known !== governmentIds.length || !allRead) return refuse('government_not_found');

  return commit(async (tx, announce) => {
    const { accountId, seatId, governmentId } = actor;
    await oneAtATime(tx, `${accountId}:${clientKey}`);
    const written = await tx.post.findUnique({
      where: { accountId_clientKey: { accountId, clientKey } },
      select: { seq: true, threadId: true, body: true },
    });
    if (written) {
      const same = written.threadId === threadId && written.body === body;
      return same ? done({ seq: written.seq }) : refuse('key_reused');
    }
    if (!(await areWaiting(tx, actor, { photoIds, fileIds }))) return refuse('attachment_gone');
    const postId = uuid();
    const event = await announce({ threadId, type: 'post_written', payload: { postId }, actor });
    const { seq } = event;
    await tx.post.create({
      data: { id: postId, threadId, seq, accountId, seatId, governmentId, clientKey, language, body },
      select: { id: true },
    });
    await takeAttachments(tx, actor, { photoIds, fileIds }, postId);
    await putReferences(tx, postId, body);
    await tx.decision.create({
      data: {
        id: uuid(),
        postId,
        threadId,
        options,
        optionsLanguage: language,
        deadline,
        seatId,
        voices: { create: governmentIds.map((id) => ({ governmentId: id })) },
      },
      select: { id: true },
    });
    const proposed = await announce({
      threadId,
      type: 'decision_proposed',
      payload: { postId, options, governmentIds, deadline: deadline.toISOString(), seatId },
      actor,
    });
    const others = governmentIds.filter((id) => id !== governmentId);
    await notifyGovernments(tx, proposed, others, 'waits_for_us');
    await notifyFollowers(tx, proposed);
    await follow(tx, threadId, seatId);
    return done({ seq });
  });
}
