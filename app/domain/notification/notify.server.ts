import { v7 as uuid } from 'uuid';
import type { Tx } from '#app/db/client.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import type { NotificationReason } from '#prisma/generated/enums.ts';
import type { AnnouncedEvent } from '../event.ts';
import { maySee, maySeeEvent } from '../thread/policy.ts';
import { leveledSeatSelect, leveledSelect, levelOfSeat, placeOfThread } from './find-levels.server.ts';
import { comesThrough } from './level.ts';
import { pushedReasons } from './push.ts';
import { putDownPushes } from './put-down-pushes.server.ts';

/**
 * Tells every seat that keeps up with the thread, except the one that acted: who watches it or its section, and who takes
 * part in it and has not muted it. What asks the seats for something comes to those who muted it, too.
 */
export async function notifyFollowers(
  tx: Tx,
  event: AnnouncedEvent,
  reason: NotificationReason = 'news_in_my_thread',
): Promise<void> {
  const { threadId } = event;
  const { follows, ...thread } = await tx.thread.findUniqueOrThrow({
    where: { id: threadId },
    select: { ...leveledSelect, follows: { select: { seatId: true } } },
  });
  const following = new Set(follows.map(({ seatId }) => seatId));
  const seats = await tx.seat.findMany({
    where: { closedAt: null, OR: [{ id: { in: [...following] } }, ...mayWatch(thread)] },
    select: leveledSeatSelect(thread),
  });
  const told = seats.filter((seat) => {
    const level = levelOfSeat(thread, seat);
    return level === 'watching' || (following.has(seat.id) && comesThrough(reason, level));
  });
  await tell(
    tx,
    event,
    told.map(({ id }) => id),
    reason,
  );
}

/** Seats that may watch a thread by their own word, by that for its section, or by the usual of their role. */
function mayWatch(thread: Parameters<typeof placeOfThread>[0]): Prisma.SeatWhereInput[] {
  const { section, homeIds } = placeOfThread(thread);
  return [
    { threadLevels: { some: { threadId: thread.id, level: 'watching' } } },
    { sectionLevels: { some: { section, level: 'watching' } } },
    ...(homeIds.length > 0 ? [{ role: 'officer' as const, governmentId: { in: homeIds } }] : []),
    ...(section === 'association' ? [{ role: 'secretariat' as const }] : []),
  ];
}

/** Tells every open seat of these governments that may act, because something waits for them or lies in their waters. */
export async function notifyGovernments(
  tx: Tx,
  event: AnnouncedEvent,
  governmentIds: readonly string[],
  reason: NotificationReason,
): Promise<void> {
  const seats = await tx.seat.findMany({
    where: { governmentId: { in: [...governmentIds] }, role: { not: 'observer' }, closedAt: null },
    select: { id: true },
  });
  await notifySeats(
    tx,
    event,
    seats.map(({ id }) => id),
    reason,
  );
}

/** Tells these seats, except the one that acted, those that muted it, and those that may not see it. */
export async function notifySeats(
  tx: Tx,
  event: AnnouncedEvent,
  seatIds: readonly string[],
  reason: NotificationReason,
): Promise<void> {
  if (seatIds.length === 0) return;
  if (comesThrough(reason, 'muted')) return tell(tx, event, seatIds, reason);
  const thread = await tx.thread.findUniqueOrThrow({
    where: { id: event.threadId },
    select: leveledSelect,
  });
  const seats = await tx.seat.findMany({
    where: { id: { in: [...seatIds] } },
    select: leveledSeatSelect(thread),
  });
  await tell(
    tx,
    event,
    seats.flatMap((seat) => (comesThrough(reason, levelOfSeat(thread, seat)) ? [seat.id] : [])),
    reason,
  );
}

/** Nobody is told of an event twice, nor of what they may not see. */
async function tell(
  tx: Tx,
  event: AnnouncedEvent,
  seatIds: readonly string[],
  reason: NotificationReason,
): Promise<void> {
  const others = seatIds.filter((id) => id !== event.actor?.seatId);
  if (others.length === 0) return;
  const thread = await tx.thread.findUniqueOrThrow({
    where: { id: event.threadId },
    select: {
      visibility: true,
      ownerGovernmentId: true,
      withdrawnAt: true,
      audience: { select: { governmentId: true } },
    },
  });
  const seats = await tx.seat.findMany({
    where: { id: { in: others }, closedAt: null },
    select: { id: true, governmentId: true, role: true },
  });
  const readers = seats.filter((seat) => {
    const reader = { ...nobody, governmentId: seat.governmentId, role: seat.role };
    return (
      maySee(reader, thread) && maySeeEvent(reader, { onlyGovernmentId: event.onlyGovernmentId ?? null })
    );
  });
  const at = event.at ?? new Date();
  await tx.notification.createMany({
    data: readers.map(({ id }) => ({
      id: uuid(),
      seatId: id,
      threadId: event.threadId,
      seq: event.seq,
      reason,
      at,
    })),
    skipDuplicates: true,
  });
  const told = readers.map(({ id }) => id).filter((id) => !event.notifiedSeatIds.includes(id));
  if (pushedReasons.has(reason)) await putDownPushes(tx, event, told);
  event.notifiedSeatIds.push(...told);
}

/** A seat reads whoever holds it: the person does not matter to the policy. */
const nobody = { accountId: '', seatId: '', name: '', nameLatin: '', language: 'en' } as const;

/** Makes the seat hear of what happens in the thread from now on. */
export async function follow(tx: Tx, threadId: string, seatId: string): Promise<void> {
  await tx.follow.createMany({ data: [{ threadId, seatId }], skipDuplicates: true });
}
