import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from './languages.ts';
import { loadWords } from './resources.ts';

/** An i18next that speaks one language; `speak` teaches it another without losing anything on the page. */
export async function makeI18n(language: Language): Promise<i18n> {
  const words = await loadWords(language);
  const instance = createInstance();
  await instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: words },
    ns: Object.keys(words),
    defaultNS: 'common',
    interpolation: { escapeValue: false },
    returnNull: false,
    react: { useSuspense: false },
  });
  return instance;
}

/** Changes the language of the page in place. */
export async function speak(instance: i18n, language: Language): Promise<void> {
  for (const [namespace, words] of Object.entries(await loadWords(language))) {
    instance.addResourceBundle(language, namespace, words, true, true);
  }
  await instance.changeLanguage(language);
}
