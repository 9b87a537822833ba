import { diffArrays } from 'diff';
import type { Language } from '#prisma/generated/enums.ts';
import type { Stretch } from './stretch.ts';

/** Korean and Chinese words are found by their dictionaries, not by spaces. */
const segmenters: Record<Language, Intl.Segmenter> = {
  ko: new Intl.Segmenter('ko', { granularity: 'word' }),
  zh: new Intl.Segmenter('zh', { granularity: 'word' }),
  en: new Intl.Segmenter('en', { granularity: 'word' }),
};

/** Two versions of a text as one, word by word: what is `same` or `added` is the later one. */
export function compareWords(before: string, after: string, language: Language): Stretch[] {
  const words = (text: string) => Array.from(segmenters[language].segment(text), ({ segment }) => segment);
  return diffArrays(words(before), words(after)).map(({ value, added, removed }) => ({
    text: value.join(''),
    change: added ? 'added' : removed ? 'removed' : 'same',
  }));
}
