import { db } from '#app/db/client.server.ts';
import type { Language } from '#prisma/generated/enums.ts';
import type { Actor } from '../actor.ts';
import { compareWords } from '../compare-words.server.ts';
import type { Stretch } from '../stretch.ts';
import type { Photo, PostFile } from './attachment.ts';
import { findPost, type PostPlace } from './find-post.server.ts';

type PostVersion = {
  revision: number;
  language: Language;
  at: Date;
  by: { name: string; nameLatin: string };
  /** Against the version before; of the first one all is the same. */
  stretches: Stretch[];
  /** What it took off the post; who may read the history may still have it. */
  removed: { photos: Photo[]; files: PostFile[] };
};

/** Every version of a post, the newest first; null when it is absent, deleted or not for this actor. */
export async function findRevisions(actor: Actor, place: PostPlace): Promise<PostVersion[] | null> {
  const post = await findPost(actor, place);
  if (!post) return null;
  const rows = await db().postRevision.findMany({
    where: { postId: post.id },
    orderBy: { revision: 'asc' },
    select: {
      revision: true,
      language: true,
      body: true,
      at: true,
      account: { select: { name: true, nameLatin: true } },
    },
  });
  const gone = {
    where: { postId: post.id, removedInRevision: { not: null } },
    orderBy: { position: 'asc' },
  } as const;
  const [photos, files] = await Promise.all([
    db().photo.findMany({
      ...gone,
      select: { id: true, width: true, height: true, removedInRevision: true },
    }),
    db().postFile.findMany({
      ...gone,
      select: { id: true, name: true, format: true, bytes: true, removedInRevision: true },
    }),
  ]);
  const takenOffIn = (revision: number) => ({
    photos: photos.filter(({ removedInRevision }) => removedInRevision === revision),
    files: files.filter(({ removedInRevision }) => removedInRevision === revision),
  });
  return rows
    .map(({ body, account, ...version }, index) => ({
      ...version,
      by: account,
      removed: takenOffIn(version.revision),
      stretches: compareWords(rows[index - 1]?.body ?? body, body, version.language),
    }))
    .reverse();
}
