import { db } from '#app/db/client.server.ts';
import type { Actor } from '../actor.ts';
import type { Photo, PostFile } from './attachment.ts';
import { findPost, type PostPlace } from './find-post.server.ts';

/** What hangs on a post now, in its author's order; nothing when it is absent or not for this actor. */
export async function findAttached(
  actor: Actor,
  place: PostPlace,
): Promise<{ photos: Photo[]; files: PostFile[] }> {
  const post = await findPost(actor, place);
  if (!post) return { photos: [], files: [] };
  const hanging = {
    where: { postId: post.id, removedInRevision: null },
    orderBy: { position: 'asc' },
  } as const;
  const [photos, files] = await Promise.all([
    db().photo.findMany({ ...hanging, select: { id: true, width: true, height: true } }),
    db().postFile.findMany({ ...hanging, select: { id: true, name: true, format: true, bytes: true } }),
  ]);
  return { photos, files };
}
