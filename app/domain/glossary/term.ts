import { z } from 'zod';
import { GlossaryField, GlossaryWordKind, Language } from '#prisma/generated/enums.ts';

const languages = Object.values(Language);

/** One word of a term in one language. */
export type TermWord = { language: Language; kind: GlossaryWordKind; text: string };

/** A term without its history. Of each language the preferred word stands first. */
export type Term = {
  key: string;
  field: GlossaryField;
  definitions: Record<Language, string>;
  words: TermWord[];
  source: string;
};

/** The fields whose terms are marked in texts; words of our own work would mark every second line. */
export const markedFields = [
  'waste',
  'gear',
  'place',
  'sea',
  'institution',
  'incident',
  'agreement',
] as const satisfies readonly GlossaryField[];

/** How a wording is kept in the history. */
export const termContent = z.object({
  field: z.enum(GlossaryField),
  definitions: z.record(z.enum(Language), z.string()),
  words: z.array(z.object({ language: z.enum(Language), kind: z.enum(GlossaryWordKind), text: z.string() })),
  source: z.string(),
});

export type TermContent = z.output<typeof termContent>;

/** Several words in one line of a form, the preferred one first. */
const separator = /\s*[|\n]\s*/;

const inWords = (line: string) => [
  ...new Set(
    line
      .split(separator)
      .map((word) => word.trim().normalize('NFC'))
      .filter((word) => word !== ''),
  ),
];
const lineOfWords = z.string().max(2_000, 'too_long').default('').transform(inWords);
const wordsNeeded = z
  .string('required')
  .max(2_000, 'too_long')
  .transform(inWords)
  .refine((words) => words.length > 0, 'required');
const definition = z.string().trim().max(2_000, 'too_long').default('');

/** A wording as the form has it: one line of words per language. Messages are keys of the namespace `form`. */
export const termInput = z.object({
  field: z.enum(GlossaryField, 'required'),
  ko: wordsNeeded,
  zh: wordsNeeded,
  en: wordsNeeded,
  avoidKo: lineOfWords,
  avoidZh: lineOfWords,
  avoidEn: lineOfWords,
  definitionKo: definition,
  definitionZh: definition,
  definitionEn: definition,
  source: z.string().trim().max(500, 'too_long').default(''),
  note: z.string().trim().max(500, 'too_long').default(''),
  /** Revision that the editor saw; 0 for a new term. */
  revision: z.coerce.number().int().min(0),
});

export type TermInput = z.output<typeof termInput>;

/** What the form says, as the history keeps it. */
export function contentOf(input: Omit<TermInput, 'note' | 'revision'>): TermContent {
  const words = (language: Language, good: readonly string[], avoided: readonly string[]): TermWord[] => [
    ...good.map((text, at) => ({
      language,
      kind: at === 0 ? ('preferred' as const) : ('allowed' as const),
      text,
    })),
    ...avoided.map((text) => ({ language, kind: 'forbidden' as const, text })),
  ];
  return {
    field: input.field,
    definitions: { ko: input.definitionKo, zh: input.definitionZh, en: input.definitionEn },
    words: [
      ...words('ko', input.ko, input.avoidKo),
      ...words('zh', input.zh, input.avoidZh),
      ...words('en', input.en, input.avoidEn),
    ],
    source: input.source,
  };
}

/** The word to use. */
export function preferredWord(term: { words: readonly TermWord[] }, language: Language): string {
  return term.words.find((word) => word.language === language && word.kind === 'preferred')?.text ?? '';
}

/** The words to use in all three languages, in the order of the product. */
export function threeWords(term: { words: readonly TermWord[] }): Record<Language, string> {
  const [ko, zh, en] = languages.map((language) => preferredWord(term, language));
  return { ko: ko ?? '', zh: zh ?? '', en: en ?? '' };
}

/** The other words of one kind. */
export function wordsOf(
  term: { words: readonly TermWord[] },
  language: Language,
  kind: GlossaryWordKind,
): string[] {
  return term.words
    .filter((word) => word.language === language && word.kind === kind)
    .map(({ text }) => text);
}
