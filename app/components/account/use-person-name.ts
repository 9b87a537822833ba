import { useLanguage } from '#app/i18n/use-language.ts';

type Person = { readonly name: string; readonly nameLatin: string };

/** A script that readers of a language do not read; names in it stand in Latin letters. */
const foreign = {
  ko: /\p{Script=Han}/u,
  zh: /\p{Script=Hangul}/u,
  en: /[^\p{Script=Latin}\p{P}\s]/u,
} as const;

/** Which of a person's two names a reader of this language reads. */
export function usePersonName(): (person: Person) => string {
  const language = useLanguage();
  return ({ name, nameLatin }) => (foreign[language].test(name) ? nameLatin || name : name);
}
