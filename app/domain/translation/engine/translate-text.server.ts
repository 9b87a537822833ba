import type { Language } from '#prisma/generated/enums.ts';
import { detectLanguage } from '../detect-language.ts';
import { type Glossary, noGlossary } from '../glossary.ts';
import { longestTranslation } from '../translation.ts';
import { mask, readMasked, writeMasked } from './mask.ts';
import type { EngineFault, TranslationProvider } from './provider.ts';

/** What an engine did to a text although it answered. */
type Unfaithful = { kind: 'placeholder' | 'echo' | 'wrong_language' | 'too_long' };

export type TranslationFault = EngineFault | Unfaithful;

type Wanted = { text: string; source: Language; target: Language; glossary: Glossary };

export type Translated =
  | { ok: true; text: string; version: string | null; terms: string[] }
  | { ok: false; fault: TranslationFault };

/**
 * One text through one engine: people's data stay here, agreed words are used, and what comes back is checked and cleaned
 * like anything that somebody typed. Long texts go in parts.
 */
export async function translateText(
  provider: TranslationProvider,
  { text, source, target, glossary }: Wanted,
): Promise<Translated> {
  const kept = provider.capabilities.glossary(source, target);
  const { terms } = mask(text, { source, target, glossary });
  const read: string[] = [];
  let version: string | null = null;
  for (const part of inParts(text, provider.capabilities.longest)) {
    if (!/\p{L}/u.test(part)) {
      read.push(part);
      continue;
    }
    const wanted = { text: part, source, target, glossary: kept ? noGlossary : glossary };
    const translated = await translatePart(provider, wanted, kept);
    if (!translated.ok) return translated;
    version = translated.version;
    const [, before = '', after = ''] = /^(\s*)[^]*?(\s*)$/.exec(part) ?? [];
    read.push(before, translated.text.trim(), after);
  }
  const cleaned = clean(read.join(''));
  const fault = faultOf(cleaned, { text, source, target });
  return fault ? { ok: false, fault } : { ok: true, text: cleaned, version, terms };
}

async function translatePart(
  provider: TranslationProvider,
  wanted: Wanted,
  withGlossary: boolean,
): Promise<{ ok: true; text: string; version: string | null } | { ok: false; fault: TranslationFault }> {
  const { source, target } = wanted;
  const masked = mask(wanted.text, wanted);
  const sent = writeMasked(masked, provider);
  const answer = await provider.translate({
    text: sent,
    source,
    target,
    withGlossary,
  });
  if (!answer.ok) return answer;
  if (isEcho(sent, answer.text) && detectLanguage(wanted.text) === source)
    return { ok: false, fault: { kind: 'echo' } };
  const text = readMasked(answer.text, masked, provider);
  if (text !== null) return { ok: true, text, version: answer.version };
  // Without the agreed words there is less to lose; people's data stay out all the same.
  if (wanted.glossary.terms.length > 0)
    return translatePart(provider, { ...wanted, glossary: noGlossary }, withGlossary);
  return { ok: false, fault: { kind: 'placeholder' } };
}

/** Parts of at most `longest` characters that make up the text again, cut where a paragraph, line or sentence ends. */
export function inParts(text: string, longest: number): string[] {
  // Markup makes a text longer.
  const room = Math.floor(longest * 0.8);
  if (text.length <= room) return [text];
  const head = text.slice(0, room);
  const ends = [/\n\s*\n/g, /\n/g, /[.!?。！？]\s*/g, /\s/g].map((end) =>
    Math.max(0, ...[...head.matchAll(end)].map((found) => found.index + found[0].length)),
  );
  const cut = ends.find((at) => at > room / 3) ?? withoutHalf(head);
  return [text.slice(0, cut), ...inParts(text.slice(cut), longest)];
}

/** Never between the two halves of a character. */
function withoutHalf(head: string): number {
  return /[\uD800-\uDBFF]$/.test(head) ? head.length - 1 : head.length;
}

/** Control characters, halves of characters, and what turns the direction of a text say nothing to a reader. */
function clean(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]|\p{Cs}|[\u202A-\u202E\u2066-\u2069\u200E\u200F\uFEFF]/gu, '')
    .trim();
}

function isEcho(sent: string, answer: string): boolean {
  const bare = (words: string) => words.replace(/\s+/g, '').toLowerCase();
  return bare(sent) === bare(answer);
}

function faultOf(translated: string, { text, source, target }: Omit<Wanted, 'glossary'>): Unfaithful | null {
  if (translated.length > longestTranslation) return { kind: 'too_long' };
  const isIn = detectLanguage(text);
  if (translated === '') return { kind: 'echo' };
  const cameOut = detectLanguage(translated);
  // A text that does not look like its own language (names, quotes) says nothing about its translation either.
  if (isIn === source && cameOut !== null && cameOut !== target) return { kind: 'wrong_language' };
  return null;
}
