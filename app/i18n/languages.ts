/** The languages of the product, all equal. */
export const languages = ['ko', 'zh', 'en'] as const;

export type Language = (typeof languages)[number];

/** Whether a string names one of our languages. */
export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value);
}

const htmlLangs = { ko: 'ko', zh: 'zh-Hans', en: 'en' } as const satisfies Record<Language, string>;

/** The `lang` attribute of a language: Chinese is simplified Chinese. */
export function htmlLang(language: Language): 'ko' | 'zh-Hans' | 'en' {
  return htmlLangs[language];
}

const endonyms = { ko: '한국어', zh: '中文', en: 'English' } satisfies Record<Language, string>;

/** What a language calls itself. */
export function endonym(language: Language): string {
  return endonyms[language];
}
