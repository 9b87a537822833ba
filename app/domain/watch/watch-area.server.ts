import { v7 as uuid } from 'uuid';
import { commit, oneAtATime } from '#app/db/commit.server.ts';
import type { Actor } from '../actor.ts';
import { done, refuse, type Result } from '../result.ts';
import { findGovernmentToWatch } from './find-watches.server.ts';
import { mostAreas, type WatchInput } from './watch.ts';

/** The seat wants to hear of new incidents in an area. The same client key never makes a second one. */
export async function watchArea(actor: Actor, input: WatchInput): Promise<Result<{ id: string }>> {
  if (!(await findGovernmentToWatch(input))) return refuse('government_not_found');
  const { seatId } = actor;
  const { clientKey, name, lat, lon, radiusM, governmentId } = input;

  return commit(async (tx) => {
    await oneAtATime(tx, `watches:${seatId}`);
    const made = await tx.watch.findUnique({
      where: { seatId_clientKey: { seatId, clientKey } },
      select: { id: true },
    });
    if (made) return done(made);
    if ((await tx.watch.count({ where: { seatId } })) >= mostAreas) return refuse('too_many_areas');
    const { id } = await tx.watch.create({
      data: { id: uuid(), seatId, clientKey, name, lat, lon, radiusM, governmentId },
      select: { id: true },
    });
    return done({ id });
  });
}
