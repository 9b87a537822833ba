import type { Language } from '#prisma/generated/enums.ts';
import { markedFields, type Term, threeWords } from './term.ts';

/** Finds the terms of one language in texts. */
export type TermFinder = { pattern: RegExp; terms: ReadonlyMap<string, Term> };

const finders = new WeakMap<readonly Term[], Map<Language, TermFinder | null>>();

/** Longer words stand before shorter ones, so that a compound is one term. */
function finderOf(terms: readonly Term[], language: Language): TermFinder | null {
  const present = finders.get(terms) ?? new Map<Language, TermFinder | null>();
  finders.set(terms, present);
  const found = present.get(language);
  if (found !== undefined) return found;
  const byWord = new Map<string, Term>();
  for (const term of terms) {
    if (!markedFields.some((field) => field === term.field)) continue;
    for (const word of term.words)
      if (word.language === language && word.kind !== 'forbidden' && word.text.length > 1)
        byWord.set(word.text.toLowerCase(), byWord.get(word.text.toLowerCase()) ?? term);
  }
  const words = [...byWord.keys()].sort((a, b) => b.length - a.length);
  const escaped = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  // Hangul and Latin words begin where no letter stands before; Latin ones end so, too, but for a plural.
  const pattern = {
    ko: `(?<![\\p{L}\\d])(?:${escaped})`,
    zh: `(?:${escaped})`,
    en: `(?<![\\p{L}\\d])(?:${escaped})(?=(?:e?s)?(?![\\p{L}\\d]))`,
  }[language];
  const made = words.length > 0 ? { pattern: new RegExp(pattern, 'giu'), terms: byWord } : null;
  present.set(language, made);
  return made;
}

/**
 * Safe HTML with each term of the glossary linked where it stands first, and its three words beside it for the eye
 * (`data-words`) and the ear. Links and code stay as they are.
 */
export function markTerms(html: string, language: Language, terms: readonly Term[]): string {
  const finder = finderOf(terms, language);
  if (!finder) return html;
  const seen = new Set<string>();
  let closed = 0;
  return html.replace(/<(\/?)(a|code|pre)\b[^>]*>|<[^>]*>|[^<]+/g, (piece, slash: string, tag: string) => {
    if (tag) closed += slash ? -1 : 1;
    if (piece.startsWith('<') || closed > 0) return piece;
    return piece.replace(finder.pattern, (word) => {
      const term = finder.terms.get(word.toLowerCase());
      if (!term || seen.has(term.key)) return word;
      seen.add(term.key);
      const { ko, zh, en } = threeWords(term);
      const words = escapedAttribute([ko, zh, en].join(' · '));
      return `<a class="term" href="/glossary/${term.key}" data-words="${words}" aria-description="${words}">${word}</a>`;
    });
  });
}

/** A piece of a plain text; `term` where it is a word of the glossary. */
export type MarkedPiece = { text: string; term: { key: string; words: string } | null };

/** Texts with terms in them, cut into pieces, by the text itself; a text without terms is not among them. */
export type PiecedTexts = Record<string, MarkedPiece[]>;

/** The same for a text without markup: its pieces in order, each term where it stands first. */
export function pieceTerms(text: string, language: Language, terms: readonly Term[]): MarkedPiece[] {
  const finder = finderOf(terms, language);
  const pieces: MarkedPiece[] = [];
  const seen = new Set<string>();
  let from = 0;
  for (const { 0: word, index } of finder ? text.matchAll(finder.pattern) : []) {
    const term = finder?.terms.get(word.toLowerCase());
    if (!term || seen.has(term.key)) continue;
    seen.add(term.key);
    const { ko, zh, en } = threeWords(term);
    if (index > from) pieces.push({ text: text.slice(from, index), term: null });
    pieces.push({ text: word, term: { key: term.key, words: [ko, zh, en].join(' · ') } });
    from = index + word.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), term: null });
  return pieces;
}

function escapedAttribute(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
}
