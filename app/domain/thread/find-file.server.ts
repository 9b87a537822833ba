import { db } from '#app/db/client.server.ts';
import type { Reader } from '../actor.ts';
import { visiblePostTo } from './policy.ts';

/** A file that this reader may have: of a visible post, or an own one that waits to be taken. */
export async function findFile(reader: Reader, id: string) {
  if (!reader) return null;
  return db().postFile.findFirst({
    where: { id, OR: [{ post: visiblePostTo(reader) }, { postId: null, accountId: reader.accountId }] },
    select: { id: true, name: true, format: true, bytes: true, sha256: true },
  });
}
