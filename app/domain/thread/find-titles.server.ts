import type { Prisma } from '#prisma/generated/client.ts';
import type { Language } from '#prisma/generated/enums.ts';
import { translationsFor } from '../translation/find-translations.server.ts';
import { type PickedText, pickText } from '../translation/pick-text.ts';

const thing = { id: true, title: true, language: true, revision: true } as const;

/** What the title of a thread is made of. */
export const titledSelect = {
  id: true,
  title: true,
  titleLanguage: true,
  titleRevision: true,
  incident: { select: thing },
  actionItem: { select: thing },
} as const satisfies Prisma.ThreadSelect;

type Titled = Prisma.ThreadGetPayload<{ select: typeof titledSelect }>;

/**
 * How these threads are called for a reader, with as many questions as for one; an incident and an action item carry
 * their own titles. Ask about the right to see them first: this does not.
 */
export async function findTitles(
  threads: readonly Titled[],
  language: Language,
): Promise<(thread: Titled) => PickedText> {
  const found = await Promise.all([
    translationsFor(
      'incident',
      threads.flatMap(({ incident }) => incident?.id ?? []),
    ),
    translationsFor(
      'action_item',
      threads.flatMap(({ actionItem }) => actionItem?.id ?? []),
    ),
    translationsFor(
      'thread',
      threads.flatMap(({ title, id }) => (title === null ? [] : id)),
    ),
  ]);
  const titles = found.flat().filter(({ field }) => field === 'title');
  return ({ id, title, titleLanguage, titleRevision, incident, actionItem }) => {
    const about = incident ?? actionItem;
    const source = about
      ? { text: about.title, language: about.language, revision: about.revision }
      : { text: title ?? '', language: titleLanguage ?? language, revision: titleRevision };
    const subjectId = about?.id ?? id;
    return pickText({ language, source, translations: titles.filter((one) => one.subjectId === subjectId) });
  };
}
