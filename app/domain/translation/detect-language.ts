import type { Language } from '#prisma/generated/enums.ts';

/** Units, acronyms, numbers and addresses say nothing about the language around them. */
const neutral = /https?:\/\/\S+|\S+@\S+|\b[A-Z]{2,}\b|\b(?:mm|cm|m|km|kg|g|t|ha|m2|m3|km2|GPS|pH)\b|\d/gu;

/** So many characters tell. */
const enough = 2_000;

/**
 * The language that a text is probably written in, by the majority of its scripts; null where nothing tells (too
 * short, or Japanese). It proposes, the author decides.
 */
export function detectLanguage(text: string): Language | null {
  const words = text.slice(0, enough).replace(neutral, ' ');
  const count = (script: RegExp) => words.match(script)?.length ?? 0;
  if (count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu) > 0) return null;
  const letters = [
    // A Hangul or Han character carries about as much as two and a half Latin ones.
    { language: 'ko', weight: count(/\p{Script=Hangul}/gu) * 2.5 },
    { language: 'zh', weight: count(/\p{Script=Han}/gu) * 2.5 },
    { language: 'en', weight: count(/\p{Script=Latin}/gu) },
  ] as const;
  const [most] = [...letters].sort((a, b) => b.weight - a.weight);
  return most && most.weight >= 2 ? most.language : null;
}
