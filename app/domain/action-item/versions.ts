import type { Country, Language, TranslationField, TranslationKind } from '#prisma/generated/enums.ts';

/** The language in which a government signs. */
export const ownLanguage = { KR: 'ko', CN: 'zh' } as const satisfies Record<Country, Language>;

type Worded = {
  id: string;
  language: Language;
  revision: number;
  translations: readonly {
    subjectId: string;
    field: TranslationField;
    language: Language;
    kind: TranslationKind;
    revision: number;
  }[];
};

/** Whether a person has put title and text of the present wording into a language. */
export function hasVersion(item: Worded, language: Language): boolean {
  if (item.language === language) return true;
  return (['title', 'text'] as const).every((field) =>
    item.translations.some(
      (one) =>
        one.subjectId === item.id &&
        one.field === field &&
        one.language === language &&
        one.kind === 'human' &&
        one.revision === item.revision,
    ),
  );
}
