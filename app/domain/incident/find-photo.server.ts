import { db } from '#app/db/client.server.ts';
import type { Reader } from '../actor.ts';
import { visiblePostTo, visibleTo } from '../thread/policy.ts';
import { waitingPhoto } from './photo.ts';

/**
 * A photo that this reader may see: of a visible incident, its evidence or its observations, of a visible post, or an
 * own one that waits to be taken.
 */
export function findPhoto(reader: Reader, id: string) {
  const thread = visibleTo(reader);
  return db().photo.findFirst({
    where: {
      id,
      OR: [
        { incident: { thread } },
        { evidence: { incident: { thread } } },
        { observation: { withdrawnAt: null, incident: { thread } } },
        { evidence: { actionItem: { thread } } },
        ...(reader
          ? [{ accountId: reader.accountId, ...waitingPhoto }, { post: visiblePostTo(reader) }]
          : []),
      ],
    },
    select: { id: true, sha256: true },
  });
}
