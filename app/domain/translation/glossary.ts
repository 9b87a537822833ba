import type { Language } from '#prisma/generated/enums.ts';

/** One agreed word: what it is called in each language. */
export type GlossaryTerm = { id: string } & Record<Language, string>;

/** The agreed words that an engine must use. */
export type Glossary = {
  /** Changes with every change of a term. */
  version: string;
  terms: readonly GlossaryTerm[];
};

export const noGlossary: Glossary = { version: 'none', terms: [] };
