import { db } from '#app/db/client.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import type { Actor } from '../actor.ts';
import { maySeeEvent, visibleTo } from './policy.ts';

const postSelect = {
  id: true,
  threadId: true,
  seq: true,
  seatId: true,
  governmentId: true,
  accountId: true,
  language: true,
  body: true,
  revision: true,
  createdAt: true,
  asksToBeAcknowledged: true,
  event: { select: { onlyGovernmentId: true } },
  decision: {
    select: {
      id: true,
      seatId: true,
      options: true,
      deadline: true,
      closedAt: true,
      outcome: true,
      voices: { select: { governmentId: true, choice: true, reason: true } },
    },
  },
} as const satisfies Prisma.PostSelect;

/** Where a post stands: its thread and its number there. */
export type PostPlace = { threadId: string; seq: number };

/** A post as the verbs about it need it; null when it is absent, deleted or not for this actor. */
export async function findPost(actor: Actor, { threadId, seq }: PostPlace) {
  const post = await db().post.findFirst({
    where: { threadId, seq, deletedAt: null, thread: visibleTo(actor) },
    select: postSelect,
  });
  return post && maySeeEvent(actor, post.event) ? post : null;
}

/** An event about a post is for whoever may see the post. */
export function readersOf(post: { event: { onlyGovernmentId: string | null } }) {
  const { onlyGovernmentId } = post.event;
  return onlyGovernmentId === null ? {} : { onlyGovernmentId };
}
