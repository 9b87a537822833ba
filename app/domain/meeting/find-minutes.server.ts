import { db } from '#app/db/client.server.ts';
import type { Language } from '#prisma/generated/enums.ts';
import type { Actor } from '../actor.ts';
import { visibleTo } from '../thread/policy.ts';
import { authorOf, authorSelect } from './minutes-author.ts';

/** The minutes of a point in one language as they are now; null when there are none that the actor may see. */
export async function findMinutes(
  actor: Actor,
  { number, pointId, language }: { number: string; pointId: string; language: Language },
) {
  const found = await db().minutes.findFirst({
    where: { pointId, language, point: { meeting: { number, thread: visibleTo(actor) } } },
    select: {
      language: true,
      text: true,
      revision: true,
      at: true,
      ...authorSelect,
    },
  });
  if (!found) return null;
  const { account, seat, at, ...minutes } = found;
  return { ...minutes, at: at.toISOString(), by: authorOf({ account, seat }) };
}
