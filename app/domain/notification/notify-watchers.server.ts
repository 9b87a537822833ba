import type { Tx } from '#app/db/client.server.ts';
import type { AnnouncedEvent } from '../event.ts';
import { boxAround } from '../incident/distance.ts';
import { isInCircle, widestRadius } from '../watch/watch.ts';
import { isDangerous } from './level.ts';
import { notifySeats } from './notify.server.ts';

/** Where an incident lies and who answers for it. */
type Spot = { lat: number; lon: number; governmentId: string };

/**
 * Tells every seat that watches an area in which an incident is new: by its place or by who answers for it.
 * @param before where it was before: who watched it there has heard already
 */
export async function notifyWatchers(tx: Tx, event: AnnouncedEvent, now: Spot, before?: Spot): Promise<void> {
  const covering = await tx.government.findMany({
    where: { OR: [{ id: now.governmentId }, { children: { some: { id: now.governmentId } } }] },
    select: { id: true },
  });
  const watches = await tx.watch.findMany({
    where: {
      OR: [{ governmentId: { in: covering.map(({ id }) => id) } }, { lat: boxAround(now, widestRadius).lat }],
    },
    select: { seatId: true, lat: true, lon: true, radiusM: true, governmentId: true },
  });
  const seats = watches.filter((watch) => {
    if (watch.governmentId !== null) return now.governmentId !== before?.governmentId;
    return isInCircle(now, watch) && !(before && isInCircle(before, watch));
  });
  const ids = [...new Set(seats.map(({ seatId }) => seatId))];
  if (ids.length === 0) return;
  const incident = await tx.incident.findUnique({
    where: { threadId: event.threadId },
    select: { hazard: true },
  });
  await notifySeats(tx, event, ids, isDangerous(incident?.hazard) ? 'hazard' : 'incident_in_watched_area');
}
