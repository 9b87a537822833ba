import type { Prisma } from '#prisma/generated/client.ts';
import type { Role } from '#prisma/generated/enums.ts';
import type { Reader } from '../actor.ts';
import { inBeing } from '../government/government.ts';

/** Tenures that let their holder act at this moment, as a Prisma filter: seat open, government in being. */
export function heldNow(now: Date): Prisma.TenureWhereInput {
  return {
    from: { lte: now },
    OR: [{ to: null }, { to: { gt: now } }],
    seat: { closedAt: null, government: inBeing(now) },
  };
}

const dayMs = 24 * 60 * 60 * 1000;
/** How long who has left a seat reads the threads of the own time. */
export const readsOnMs = 90 * dayMs;

/** Tenures that are over and whose holder still reads, as a Prisma filter. A seat that is closed is closed for all. */
export function readsOn(now: Date): Prisma.TenureWhereInput {
  return {
    to: { lte: now, gt: new Date(now.getTime() - readsOnMs) },
    seat: { closedAt: null, government: inBeing(now) },
  };
}

/** Only the secretariat makes accounts and seats, hands over links and ends tenures. */
export function mayKeepMembers(reader: Reader): boolean {
  return reader?.role === 'secretariat';
}

/** Who sees the people, tenures and pending links of a government's seats: the secretariat, and its own head. */
export function maySeeSeatRecords(reader: Reader, governmentId: string): boolean {
  if (!reader) return false;
  return reader.role === 'secretariat' || (reader.role === 'head' && reader.governmentId === governmentId);
}

/** A head lets the officers of the own government answer for it. */
export function mayDelegate(reader: Reader, seat: { governmentId: string; role: Role }): boolean {
  return reader?.role === 'head' && reader.governmentId === seat.governmentId && seat.role === 'officer';
}

/** When somebody was last there is for their own government, and for nobody who has left it. */
export function maySeeLastSeen(reader: Reader, governmentId: string): boolean {
  return reader?.governmentId === governmentId && !reader.formerly;
}
