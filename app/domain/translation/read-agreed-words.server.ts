import { readGlossary } from '../glossary/find-words.server.ts';
import { markedFields, threeWords } from '../glossary/term.ts';
import type { Glossary } from './glossary.ts';

/** The words that an engine must use: of the present glossary, the terms that are marked in texts. */
export async function readAgreedWords(): Promise<Glossary> {
  const { version, terms } = await readGlossary();
  return {
    version: String(version),
    terms: terms
      .filter(({ field }) => markedFields.some((one) => one === field))
      .map((term) => ({ id: term.key, ...threeWords(term) })),
  };
}
