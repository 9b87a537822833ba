import { db } from '#app/db/client.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import type { KeepUpLevel, Section } from '#prisma/generated/enums.ts';
import type { Actor } from '../actor.ts';
import { levelOf, sectionOf, usualLevel } from './level.ts';

export const leveledSelect = {
  id: true,
  subject: true,
  category: true,
  incident: { select: { responsibleGovernmentId: true } },
  actionItem: {
    select: {
      commitments: {
        where: { state: { notIn: ['declined', 'withdrawn'] } },
        select: { governmentId: true },
      },
    },
  },
} as const satisfies Prisma.ThreadSelect;

type Leveled = Prisma.ThreadGetPayload<{ select: typeof leveledSelect }>;

/** Section of a thread, and the governments whose coast or promise it is about. */
export function placeOfThread(thread: Leveled): { section: Section; homeIds: string[] } {
  const { incident, actionItem } = thread;
  const parties = actionItem?.commitments.map(({ governmentId }) => governmentId) ?? [];
  return {
    section: sectionOf(thread),
    homeIds: incident ? [incident.responsibleGovernmentId] : parties,
  };
}

/** A seat with what it decided for a thread and for its section, as `levelOfSeat` takes it. */
export function leveledSeatSelect(thread: Leveled) {
  return {
    id: true,
    role: true,
    governmentId: true,
    threadLevels: { where: { threadId: thread.id }, select: { level: true } },
    sectionLevels: { where: { section: placeOfThread(thread).section }, select: { level: true } },
  } as const satisfies Prisma.SeatSelect;
}

type LeveledSeat = Prisma.SeatGetPayload<{ select: ReturnType<typeof leveledSeatSelect> }>;

/** How much a seat wants to hear of a thread. */
export function levelOfSeat(
  thread: Leveled,
  { threadLevels, sectionLevels, ...seat }: LeveledSeat,
): KeepUpLevel {
  return levelOf({
    ofThread: threadLevels[0]?.level ?? null,
    ofSection: sectionLevels[0]?.level ?? null,
    usual: usualLevel(seat, placeOfThread(thread)),
  });
}

/** What the head of a thread says: the own word, if there is one, and what counts without it. */
export type LevelSaid = { own: KeepUpLevel | null; otherwise: KeepUpLevel };

/** The level of the actor's seat in a thread that it may see; ask about that first. */
export async function findThreadLevel(actor: Actor, threadId: string): Promise<LevelSaid> {
  const { seatId } = actor;
  const thread = await db().thread.findUniqueOrThrow({ where: { id: threadId }, select: leveledSelect });
  const place = placeOfThread(thread);
  const [own, ofSection] = await Promise.all([
    db().threadLevel.findUnique({ where: { threadId_seatId: { threadId, seatId } } }),
    db().sectionLevel.findUnique({ where: { seatId_section: { seatId, section: place.section } } }),
  ]);
  const otherwise = levelOf({
    ofThread: null,
    ofSection: ofSection?.level ?? null,
    usual: usualLevel(actor, place),
  });
  return { own: own?.level ?? null, otherwise };
}

/** What the seat decided for sections. */
export async function findSectionLevels({
  seatId,
}: Actor): Promise<{ section: Section; level: KeepUpLevel }[]> {
  return db().sectionLevel.findMany({ where: { seatId }, select: { section: true, level: true } });
}
