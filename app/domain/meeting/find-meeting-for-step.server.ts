import { db, type Tx } from '#app/db/client.server.ts';
import { oneAtATime } from '#app/db/commit.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import type { Actor } from '../actor.ts';
import { done, refuse, type Result } from '../result.ts';
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

/** The same for whoever steps in it: it must be there, open, and theirs to change. */
export async function findMeetingToChange(
  actor: Actor,
  number: string,
  may: (actor: Actor, meeting: MeetingForStep) => boolean,
): Promise<Result<MeetingForStep>> {
  const meeting = await findMeetingForStep(actor, number);
  if (!meeting) return refuse('not_found');
  if (meeting.frozenAt) return refuse('meeting_frozen');
  return may(actor, meeting) ? done(meeting) : refuse('not_allowed');
}

/** Whoever writes in a meeting waits here for the others. When it was frozen: what is kept is not written in. */
export async function findFrozenAt(tx: Tx, id: string): Promise<Date | null> {
  await oneAtATime(tx, `meeting:${id}`);
  const { frozenAt } = await tx.meeting.findUniqueOrThrow({ where: { id }, select: { frozenAt: true } });
  return frozenAt;
}

/** The same for a step that needs it open. */
export async function findOpen(tx: Tx, { id }: { id: string }): Promise<boolean> {
  return (await findFrozenAt(tx, id)) === null;
}
