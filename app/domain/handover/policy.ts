import type { Actor } from '../actor.ts';

type Case = {
  seat: { id: string; governmentId: string };
  tenure: { accountId: string };
};

/** Who leaves, whoever holds the seat now, and the head of the own government. */
export function mayReadHandover(actor: Actor, { seat, tenure }: Case): boolean {
  if (actor.seatId === seat.id) return !actor.formerly || actor.accountId === tenure.accountId;
  return actor.role === 'head' && actor.governmentId === seat.governmentId;
}

/** Who leaves writes to each item what the next one must know, and for as long as they read on. */
export function mayWriteNotes(actor: Actor, { seat, tenure }: Case): boolean {
  return actor.seatId === seat.id && actor.accountId === tenure.accountId;
}

/** Another person in the same seat takes the work over or returns it. */
export function mayTakeOver(actor: Actor, { seat, tenure }: Case): boolean {
  return (
    actor.seatId === seat.id &&
    !actor.formerly &&
    actor.role !== 'observer' &&
    actor.accountId !== tenure.accountId
  );
}
