import { db, type Tx } from '#app/db/client.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import type { KeepUpLevel, Role, Section } from '#prisma/generated/enums.ts';
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

type Seat = { id: string; role: Role; governmentId: string };

/** How much each of these seats wants to hear of a thread. */
export async function findLevelsOf(
  tx: Pick<Tx, 'threadLevel' | 'sectionLevel'>,
  thread: Leveled,
  seats: readonly Seat[],
): Promise<Map<string, KeepUpLevel>> {
  const place = placeOfThread(thread);
  const seatId = { in: seats.map(({ id }) => id) };
  const [ofThread, ofSection] = await Promise.all([
    tx.threadLevel.findMany({
      where: { threadId: thread.id, seatId },
      select: { seatId: true, level: true },
    }),
    tx.sectionLevel.findMany({
      where: { section: place.section, seatId },
      select: { seatId: true, level: true },
    }),
  ]);
  const said = (among: typeof ofThread, id: string) => among.find((one) => one.seatId === id)?.level ?? null;
  return new Map(
    seats.map((seat) => [
      seat.id,
      levelOf({
        ofThread: said(ofThread, seat.id),
        ofSection: said(ofSection, seat.id),
        usual: usualLevel(seat, place),
      }),
    ]),
  );
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
