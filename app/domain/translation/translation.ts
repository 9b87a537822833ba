import { z } from 'zod';
import { Language, TranslationField, TranslationSubject } from '#prisma/generated/enums.ts';

/** Characters of a translation: as many as of a post. */
export const longestTranslation = 20_000;

/** A translation by a person. Messages are keys of the namespace `form`. */
export const translationInput = z.object({
  subject: z.enum(TranslationSubject),
  subjectId: z.uuid(),
  field: z.enum(TranslationField),
  /** Revision of the source that the translator saw. */
  revision: z.coerce.number().int().min(1),
  language: z.enum(Language, 'required'),
  /** Version of the translation that stood in the form; 0 when there was none. */
  seen: z.coerce.number().int().min(0).optional(),
  text: z.string('required').trim().min(1, 'required').max(longestTranslation, 'too_long'),
});

export type TranslationInput = z.output<typeof translationInput>;

/** Somebody stands for a translation. */
export const verificationInput = translationInput
  .omit({ text: true, seen: true })
  .extend({ seen: z.coerce.number().int().min(1) });

export type VerificationInput = z.output<typeof verificationInput>;

/** What a text can wait for; keys of `translation:waits_for.<key>`. */
export const waitsFor = ['translation', 'verification'] as const;
export type WaitsFor = (typeof waitsFor)[number];

/** Faults of a machine translation; keys of `translation:fault.<key>`. */
const faults = [
  'busy',
  'quota',
  'cap',
  'unavailable',
  'timeout',
  'unreadable',
  'refused',
  'placeholder',
  'echo',
  'wrong_language',
  'too_long',
  'no_engine',
  'not_allowed',
] as const;

/** Is this stored word one of them? */
export function isFault(word: string | null): word is (typeof faults)[number] {
  return faults.some((fault) => fault === word);
}

const engineTitles = {
  libretranslate: 'LibreTranslate',
  deepl: 'DeepL',
  papago: 'Papago',
  azure: 'Azure Translator',
  google: 'Google Cloud Translation',
} as const;

/** What an engine calls itself. */
export function engineTitle(engine: string): string {
  return Object.entries(engineTitles).find(([name]) => name === engine)?.[1] ?? engine;
}
