import { z } from 'zod';
import { db } from '#app/db/client.server.ts';
import { commit, oneAtATime } from '#app/db/commit.server.ts';
import type { Actor } from '../actor.ts';
import { notifyFollowers } from '../notification/notify.server.ts';
import { done, refuse, type Result } from '../result.ts';
import { maySee, mayKeepTopic, visibleTo } from './policy.ts';

/** The governments that go on reading it beside the one that owns it. */
export const narrowTopicSchema = z.object({ audience: z.array(z.string()).default([]) });

/**
 * Lets only these governments read a topic from now on; nobody who could not read it before. What hangs on the thread
 * asks for its readers every time: posts, counts, notifications, proposals and live pages follow at once.
 */
export async function narrowTopic(
  actor: Actor,
  { threadId, audience }: { threadId: string } & z.output<typeof narrowTopicSchema>,
): Promise<Result<null>> {
  const topic = await db().thread.findFirst({
    where: { id: threadId, subject: 'topic', AND: visibleTo(actor) },
    select: { ownerGovernmentId: true },
  });
  if (!topic) return refuse('not_found');
  if (!mayKeepTopic(actor, topic)) return refuse('not_allowed');
  const { ownerGovernmentId } = topic;
  const others = [...new Set(audience)].filter((id) => id !== ownerGovernmentId).sort();
  const known = await db().government.count({ where: { id: { in: others } } });
  if (known !== others.length) return refuse('government_not_found');

  return commit(async (tx, announce) => {
    await oneAtATime(tx, `readers:${threadId}`);
    const now = await tx.thread.findUniqueOrThrow({
      where: { id: threadId },
      select: {
        visibility: true,
        ownerGovernmentId: true,
        withdrawnAt: true,
        audience: { select: { governmentId: true } },
      },
    });
    const before = now.audience.map(({ governmentId }) => governmentId);
    const wider = others.some((governmentId) => !maySee({ ...actor, governmentId }, now));
    const isNarrow = now.visibility === 'bilateral' || now.visibility === 'government';
    if (wider || (isNarrow && before.length === others.length)) return refuse('already_changed');
    await tx.threadAudience.deleteMany({ where: { threadId } });
    await tx.threadAudience.createMany({ data: others.map((governmentId) => ({ threadId, governmentId })) });
    await tx.thread.update({
      where: { id: threadId },
      data: { visibility: others.length > 0 ? 'bilateral' : 'government' },
      select: { id: true },
    });
    const governmentIds = [ownerGovernmentId, ...others];
    await notifyFollowers(
      tx,
      await announce({ threadId, type: 'readers_narrowed', payload: { governmentIds }, actor }),
    );
    return done(null);
  });
}
