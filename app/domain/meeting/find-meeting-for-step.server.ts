import { db, type Tx } from '#app/db/client.server.ts';
import { oneAtATime } from '#app/db/commit.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import type { Actor } from '../actor.ts';
import { visibleTo } from '../thread/policy.ts';

const stepSelect = {
  id: true,
  number: true,
  threadId: true,
  revision: true,
  frozenAt: true,
  thread: {
    select: {
      title: true,
      titleLanguage: true,
      visibility: true,
      ownerGovernmentId: true,
      withdrawnAt: true,
      audience: { select: { governmentId: true } },
    },
  },
  hosts: { select: { governmentId: true } },
  participants: { select: { seatId: true } },
} as const satisfies Prisma.MeetingSelect;

export type MeetingForStep = Prisma.MeetingGetPayload<{ select: typeof stepSelect }>;

/** What a step needs to know of a meeting; null when it is absent or not for this actor. */
export function findMeetingForStep(actor: Actor, number: string): Promise<MeetingForStep | null> {
  return db().meeting.findFirst({ where: { number, thread: visibleTo(actor) }, select: stepSelect });
}

/**
 * Whoever writes in a meeting waits here for the others. Whether it is still open: a frozen one is not written in.
 */
export async function findOpen(tx: Tx, { id }: { id: string }): Promise<boolean> {
  await oneAtATime(tx, `meeting:${id}`);
  const { frozenAt } = await tx.meeting.findUniqueOrThrow({ where: { id }, select: { frozenAt: true } });
  return frozenAt === null;
}
