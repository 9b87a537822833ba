import { db, type Tx } from '#app/db/client.server.ts';
import type { Actor } from '../actor.ts';
import { waitingPhoto } from './photo.ts';

/**
 * Gives the actor's own waiting photos to an incident, to evidence, to an observation or to a post, in the order given. A photo
 * that is somebody else's, was taken already or is gone stays where it is.
 * @returns how many were given
 */
export async function takePhotos(
  tx: Tx,
  { accountId }: Actor,
  photoIds: readonly string[],
  to: { incidentId: string } | { evidenceId: string } | { observationId: string } | { postId: string },
): Promise<number> {
  let taken = 0;
  for (const id of new Set(photoIds)) {
    const { count } = await tx.photo.updateMany({
      where: { id, accountId, ...waitingPhoto },
      data: { ...to, position: taken },
    });
    taken += count;
  }
  return taken;
}

/** How many of these photos are the actor's own and wait to be taken. */
export function countOwnPhotos({ accountId }: Actor, photoIds: readonly string[]): Promise<number> {
  return db().photo.count({
    where: { id: { in: [...photoIds] }, accountId, ...waitingPhoto },
  });
}
