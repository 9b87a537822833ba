import { db } from '#app/db/client.server.ts';
import { heldNow } from '../account/policy.ts';
import type { Language } from '#prisma/generated/enums.ts';

const dayMs = 24 * 60 * 60 * 1000;
/** A seat that nobody has held for longer than this is empty: its own head is told, counterparts see it. */
export const emptyAfterMs = 7 * dayMs;

export type EmptySeat = {
  id: string;
  governmentId: string;
  title: Record<Language, string>;
  since: Date;
};

/** The seats of these governments that act and that nobody holds, with the day on which the last holder left. */
export async function findEmptySeats(
  governmentIds: readonly string[],
  now = new Date(),
): Promise<EmptySeat[]> {
  const seats = await db().seat.findMany({
    where: {
      governmentId: { in: [...governmentIds] },
      role: { in: ['officer', 'head'] },
      closedAt: null,
      tenures: { some: { to: { lte: now } }, none: heldNow(now) },
    },
    orderBy: { createdAt: 'asc' },
    select: {
      id: true,
      governmentId: true,
      titleKo: true,
      titleZh: true,
      titleEn: true,
      tenures: { where: { to: { lte: now } }, orderBy: { to: 'desc' }, take: 1, select: { to: true } },
    },
  });
  return seats.flatMap(({ id, governmentId, titleKo: ko, titleZh: zh, titleEn: en, tenures: [last] }) =>
    last?.to && now.getTime() - last.to.getTime() > emptyAfterMs
      ? [{ id, governmentId, title: { ko, zh, en }, since: last.to }]
      : [],
  );
}
