import { db } from '#app/db/client.server.ts';
import { heldNow } from '../account/policy.ts';
import { inBeing } from './government.ts';

/** Governments that take part: somebody holds a seat there now. */
export function countTakingPart(now = new Date()): Promise<number> {
  return db().government.count({
    where: { ...inBeing(now), seats: { some: { tenures: { some: heldNow(now) } } } },
  });
}
