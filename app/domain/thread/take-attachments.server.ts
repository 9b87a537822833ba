import type { Tx } from '#app/db/client.server.ts';
import type { Actor } from '../actor.ts';
import { waitingPhoto } from '../incident/photo.ts';
import { takePhotos } from '../incident/take-photos.server.ts';

/** What a post brings: ids of photos and files that wait for it. */
export type Attachments = { photoIds: readonly string[]; fileIds: readonly string[] };

/** Whether all of them are the actor's own and wait for a post. */
export async function areWaiting(
  tx: Tx,
  { accountId }: Actor,
  { photoIds, fileIds }: Attachments,
): Promise<boolean> {
  const [photos, files] = [new Set(photoIds), new Set(fileIds)];
  // Most posts bring nothing.
  if (photos.size + files.size === 0) return true;
  const found =
    (await tx.photo.count({ where: { id: { in: [...photos] }, accountId, ...waitingPhoto } })) +
    (await tx.postFile.count({ where: { id: { in: [...files] }, accountId, postId: null } }));
  return found === photos.size + files.size;
}

/**
 * Gives them to a post, in the order given.
 * @throws when another post took one of them meanwhile: the transaction fails as a whole
 */
export async function takeAttachments(
  tx: Tx,
  actor: Actor,
  { photoIds, fileIds }: Attachments,
  postId: string,
): Promise<void> {
  const photos = await takePhotos(tx, actor, photoIds, { postId });
  let files = 0;
  for (const id of new Set(fileIds)) {
    const { count } = await tx.postFile.updateMany({
      where: { id, accountId: actor.accountId, postId: null },
      data: { postId, position: files },
    });
    files += count;
  }
  if (photos + files !== new Set(photoIds).size + new Set(fileIds).size)
    throw new Error('Another post took one of the files meanwhile.');
}

/** Leaves what hung on a deleted post to nobody: it is out of reach at once and removed with the next orphans. */
export async function dropAttachments(tx: Tx, postId: string): Promise<void> {
  await tx.photo.updateMany({ where: { postId }, data: { postId: null, accountId: null } });
  await tx.postFile.updateMany({ where: { postId }, data: { postId: null, accountId: null } });
}
