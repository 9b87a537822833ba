import type { Prisma } from '#prisma/generated/client.ts';
import type { Actor } from '../actor.ts';

type Asked = {
  seatId: string;
  closedAt: Date | string | null;
  deadline: Date | string;
  governmentIds: readonly string[];
};

/** Is it still to be answered? It ends at its deadline even before somebody has noted that. */
export function isOpen(decision: Pick<Asked, 'closedAt' | 'deadline'>, now: Date): boolean {
  return decision.closedAt === null && new Date(decision.deadline) > now;
}

/** A head or an officer speaks for a government that is asked; each government has one voice. */
export function mayAnswer(actor: Actor, decision: Asked, now: Date): boolean {
  const speaks = actor.role === 'head' || actor.role === 'officer';
  return speaks && decision.governmentIds.includes(actor.governmentId) && isOpen(decision, now);
}

/** The seat that proposed it closes it and says what came of it. */
export function mayClose(actor: Actor, decision: Pick<Asked, 'seatId'>): boolean {
  return actor.seatId === decision.seatId;
}

/** Open proposals that this actor's government has not answered yet, as a Prisma filter beside `visibleTo`. */
export function unansweredBy(actor: Actor, now: Date): Prisma.DecisionWhereInput {
  if (actor.role !== 'head' && actor.role !== 'officer') return { id: { in: [] } };
  return {
    closedAt: null,
    deadline: { gt: now },
    voices: { some: { governmentId: actor.governmentId, choice: null } },
  };
}
