import { z } from 'zod';
import { db } from '#app/db/client.server.ts';
import { commit } from '#app/db/commit.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import { TopicCategory } from '#prisma/generated/enums.ts';
import type { Actor } from '../actor.ts';
import type { NewEvent } from '../event.ts';
import { notifyFollowers } from '../notification/notify.server.ts';
import { done, refuse, type Result } from '../result.ts';
import { mayKeepTopic, mayPinTopic, visibleTo } from './policy.ts';

/** What can be done to keep the forum in order, one URL each. */
export const keepTopicSchema = z.discriminatedUnion('step', [
  z.object({ step: z.literal('close') }),
  z.object({ step: z.literal('reopen') }),
  z.object({ step: z.literal('move'), category: z.enum(TopicCategory) }),
  z.object({ step: z.literal('pin') }),
  z.object({ step: z.literal('unpin') }),
]);

type Step = z.output<typeof keepTopicSchema>;

type Change = {
  /** The state that the step needs. */
  where: Prisma.ThreadWhereInput;
  data: Prisma.ThreadUpdateManyMutationInput;
  event: (threadId: string, actor: Actor) => NewEvent;
};

/** Closes a topic, opens it again, moves it to another category, or puts it first in the forum. */
export async function keepTopic(actor: Actor, input: Step & { threadId: string }): Promise<Result<null>> {
  const { threadId } = input;
  const topic = await db().thread.findFirst({
    where: { id: threadId, subject: 'topic', AND: visibleTo(actor) },
    select: { ownerGovernmentId: true },
  });
  if (!topic) return refuse('not_found');
  const pins = input.step === 'pin' || input.step === 'unpin';
  if (pins ? !mayPinTopic(actor) : !mayKeepTopic(actor, topic)) return refuse('not_allowed');
  const { where, data, event } = changeOf(input);
  return commit(async (tx, announce) => {
    const { count } = await tx.thread.updateMany({ where: { id: threadId, ...where }, data });
    if (count === 0) return refuse('already_changed');
    await notifyFollowers(tx, await announce(event(threadId, actor)));
    return done(null);
  });
}

function changeOf(input: Step): Change {
  switch (input.step) {
    case 'close':
      return {
        where: { closedAt: null },
        data: { closedAt: new Date() },
        event: (threadId, actor) => ({ threadId, actor, type: 'topic_closed', payload: {} }),
      };
    case 'reopen':
      return {
        where: { closedAt: { not: null } },
        data: { closedAt: null },
        event: (threadId, actor) => ({ threadId, actor, type: 'topic_reopened', payload: {} }),
      };
    case 'move': {
      const { category } = input;
      return {
        where: { OR: [{ category: { not: category } }, { category: null }] },
        data: { category },
        event: (threadId, actor) => ({ threadId, actor, type: 'topic_moved', payload: { category } }),
      };
    }
    case 'pin':
    case 'unpin': {
      const on = input.step === 'pin';
      return {
        where: { pinnedAt: on ? null : { not: null } },
        data: { pinnedAt: on ? new Date() : null },
        event: (threadId, actor) => ({ threadId, actor, type: 'topic_pinned', payload: { on } }),
      };
    }
  }
}
