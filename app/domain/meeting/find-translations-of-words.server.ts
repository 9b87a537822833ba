import { db } from '#app/db/client.server.ts';
import type { Language } from '#prisma/generated/enums.ts';
import { type FoundTranslation, translationsFor } from '../translation/find-translations.server.ts';

/** What stands beside the words of a meeting in other languages; it goes on after the words are frozen. */
export type TranslationsOfWords = {
  minutes: { id: string; pointId: string; language: Language; translations: FoundTranslation[] }[];
  outcomes: FoundTranslation[];
};

/** Every translation of its minutes and its outcomes. Ask about the right to see the meeting first: this does not. */
export async function findTranslationsOfWords(meetingId: string): Promise<TranslationsOfWords> {
  const [minutes, outcomes] = await Promise.all([
    db().minutes.findMany({
      where: { point: { meetingId } },
      select: { id: true, pointId: true, language: true },
    }),
    db().outcome.findMany({ where: { point: { meetingId } }, select: { id: true } }),
  ]);
  const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
  const [ofMinutes, ofOutcomes] = await Promise.all([
    translationsFor('minutes', ids(minutes)),
    translationsFor('outcome', ids(outcomes)),
  ]);
  return {
    minutes: minutes.map((one) => ({
      ...one,
      translations: ofMinutes.filter(({ subjectId }) => subjectId === one.id),
    })),
    outcomes: ofOutcomes,
  };
}
