import type { Language } from '#prisma/generated/enums.ts';
import { readGlossary } from './find-words.server.ts';
import { type PiecedTexts, pieceTerms } from './mark-terms.ts';

/** Finds the terms in the plain texts of a page. */
export async function pieceTexts(
  texts: readonly { text: string; language: Language | null }[],
): Promise<PiecedTexts> {
  const { terms } = await readGlossary();
  return Object.fromEntries(
    texts.flatMap(({ text, language }) => {
      const pieces = language ? pieceTerms(text, language, terms) : [];
      return pieces.some(({ term }) => term !== null) ? [[text, pieces] as const] : [];
    }),
  );
}
