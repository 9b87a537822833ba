import { db } from '#app/db/client.server.ts';
import type { Actor } from '../actor.ts';
import { maySeeLastSeen, maySeeSeatRecords } from './policy.ts';

/**
 * The seats of a government and who holds them; addresses and links only for who keeps the records, and when somebody was
 * last there only for their own government.
 */
export async function findSeats(reader: Actor, governmentId: string) {
  const now = new Date();
  const withRecords = maySeeSeatRecords(reader, governmentId);
  const withLastSeen = maySeeLastSeen(reader, governmentId);
  const seats = await db().seat.findMany({
    where: { governmentId, ...(withRecords ? {} : { closedAt: null }) },
    orderBy: [{ closedAt: { sort: 'desc', nulls: 'first' } }, { role: 'asc' }, { createdAt: 'asc' }],
    select: {
      id: true,
      role: true,
      translator: true,
      titleKo: true,
      titleZh: true,
      titleEn: true,
      answersUpTo: true,
      closedAt: true,
      tenures: {
        ...(withRecords ? {} : { where: { from: { lte: now }, OR: [{ to: null }, { to: { gt: now } }] } }),
        orderBy: { from: 'desc' },
        select: {
          id: true,
          from: true,
          to: true,
          lastSeenAt: withLastSeen,
          account: {
            select: {
              id: true,
              name: true,
              nameLatin: true,
              language: true,
              email: withRecords,
              passwordHash: withRecords,
            },
          },
        },
      },
    },
  });
  return seats.map(({ tenures, ...seat }) => ({
    ...seat,
    tenures: tenures.map(({ account: { passwordHash, email, ...person }, ...tenure }) => ({
      ...tenure,
      lastSeenAt: withLastSeen ? tenure.lastSeenAt : null,
      person,
      record: withRecords ? { email, hasPassword: passwordHash !== null } : null,
      isNow: tenure.from <= now && (tenure.to === null || tenure.to > now),
      isOver: tenure.to !== null && tenure.to <= now,
    })),
  }));
}

export type SeatWithHolders = Awaited<ReturnType<typeof findSeats>>[number];

/** One open seat with its government, for the forms that put somebody into it. */
export function findOpenSeat(seatId: string) {
  return db().seat.findFirst({
    where: { id: seatId, closedAt: null },
    select: {
      id: true,
      role: true,
      titleKo: true,
      titleZh: true,
      titleEn: true,
      answersUpTo: true,
      government: {
        select: { id: true, country: true, nameKo: true, nameZh: true, nameEn: true, seal: true },
      },
    },
  });
}
