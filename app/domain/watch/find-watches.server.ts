import { db } from '#app/db/client.server.ts';
import type { Actor } from '../actor.ts';
import { inBeing } from '../government/government.ts';
import { type WatchedArea, watchSelect } from './watch.ts';

/** The areas that the seat watches, the oldest first. */
export function findWatches({ seatId }: Actor): Promise<WatchedArea[]> {
  return db().watch.findMany({ where: { seatId }, select: watchSelect, orderBy: { createdAt: 'asc' } });
}

/** One of them; null when it is absent or another seat's. */
export function findWatch({ seatId }: Actor, id: string): Promise<WatchedArea | null> {
  return db().watch.findFirst({ where: { id, seatId }, select: watchSelect });
}

/** Is the government of an area in being? A circle has none to ask about. */
export async function findGovernmentToWatch({
  governmentId,
}: {
  governmentId: string | null;
}): Promise<boolean> {
  if (governmentId === null) return true;
  return (await db().government.count({ where: { id: governmentId, ...inBeing(new Date()) } })) > 0;
}
