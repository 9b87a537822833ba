import { useLanguage } from '#app/i18n/use-language.ts';

type Titles = { readonly titleKo: string; readonly titleZh: string; readonly titleEn: string };

/** The title of a seat in the reader's language. */
export function useSeatTitle(): (seat: Titles) => string {
  const language = useLanguage();
  return ({ titleKo, titleZh, titleEn }) => ({ ko: titleKo, zh: titleZh, en: titleEn })[language];
}
