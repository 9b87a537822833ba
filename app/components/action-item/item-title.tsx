import { pickText, type TextTranslation } from '#app/domain/translation/pick-text.ts';
import { htmlLang, type Language } from '#app/i18n/languages.ts';
import { useLanguage } from '#app/i18n/use-language.ts';

type Titled = {
  readonly title: string;
  readonly language: Language;
  readonly revision: number;
  readonly translations: readonly TextTranslation[];
};

/** The title for the reader: a translation where there is one. */
function titleOf({ title, language, revision, translations }: Titled, reader: Language) {
  return pickText({ language: reader, source: { text: title, language, revision }, translations });
}

/** The title in the reader's language, marked with the language that it is really in. */
export function ItemTitle({ of }: { readonly of: Titled }) {
  const { text, language } = titleOf(of, useLanguage());
  return <span lang={htmlLang(language)}>{text}</span>;
}
