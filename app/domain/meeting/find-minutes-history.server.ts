import { db } from '#app/db/client.server.ts';
import type { Language } from '#prisma/generated/enums.ts';
import type { Actor } from '../actor.ts';
import { compareWords } from '../compare-words.server.ts';
import { visibleTo } from '../thread/policy.ts';
import type { Stretch } from '../stretch.ts';
import { authorOf, authorSelect, type MinutesAuthor } from './minutes-author.ts';

type MinutesVersion = {
  revision: number;
  at: Date;
  by: MinutesAuthor;
  /** Against the version before in this language; of the first one everything is new to it and nothing is marked. */
  stretches: Stretch[];
};

/**
 * The minutes of a point as they stood after each save, language by language, the newest first; null when the point is
 * absent or not for this actor.
 */
export async function findMinutesHistory(
  actor: Actor,
  { number, pointId }: { number: string; pointId: string },
): Promise<{ language: Language; versions: MinutesVersion[] }[] | null> {
  const point = await db().agendaPoint.findFirst({
    where: { id: pointId, meeting: { number, thread: visibleTo(actor) } },
    select: {
      minutes: {
        orderBy: { language: 'asc' },
        select: {
          language: true,
          revisions: {
            orderBy: { revision: 'asc' },
            select: {
              revision: true,
              text: true,
              at: true,
              ...authorSelect,
            },
          },
        },
      },
    },
  });
  if (!point) return null;
  return point.minutes.map(({ language, revisions }) => ({
    language,
    versions: revisions
      .map(({ revision, text, at, ...author }, index) => ({
        ...{ revision, at, by: authorOf(author) },
        stretches: compareWords(revisions[index - 1]?.text ?? text, text, language),
      }))
      .reverse(),
  }));
}
