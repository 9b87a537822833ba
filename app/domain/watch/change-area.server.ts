import { db } from '#app/db/client.server.ts';
import type { Actor } from '../actor.ts';
import { done, refuse, type Result } from '../result.ts';
import { findGovernmentToWatch } from './find-watches.server.ts';
import type { AreaInput } from './watch.ts';

/** Another name or another area for what the seat watches. */
export async function changeArea(
  { seatId }: Actor,
  { id, name, lat, lon, radiusM, governmentId }: AreaInput & { id: string },
): Promise<Result<{ id: string }>> {
  if (!(await findGovernmentToWatch({ governmentId }))) return refuse('government_not_found');
  const { count } = await db().watch.updateMany({
    where: { id, seatId },
    data: { name, lat, lon, radiusM, governmentId },
  });
  return count === 0 ? refuse('not_found') : done({ id });
}
