import type { Language } from '#prisma/generated/enums.ts';
import type { Glossary } from '../glossary.ts';
import type { TranslationProvider } from './provider.ts';

/** A part of a text: words to translate, or something that comes back as `put`, unchanged by the engine. */
type Part = string | { id: number; put: string; term: string | null };

/** A text with what an engine does not get to see, or must not change, taken out. */
export type Masked = {
  parts: Part[];
  /** Ids of the glossary terms that stand in it. */
  terms: string[];
};

/**
 * Mail and web addresses and phone numbers: people's data, and nothing to translate. A phone number has a plus, or
 * groups with an area code in front, so that coordinates, dates and amounts are none.
 */
const contact =
  /https?:\/\/[^\s<>()]+|[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}|\+\d{1,3}[\d\s()-]{6,16}\d|(?<![\d.-])\(?0\d{1,3}\)?[\s-]\d{3,4}[\s-]?\d{4}(?!\d)|(?<![\d.-])1[3-9]\d{9}(?!\d)|(?<![\d.-])01\d[\s-]?\d{3,4}[\s-]?\d{4}(?!\d)|(?<![\d.-])1[568]\d{2}-\d{4}(?!\d)/gu;

/** Takes out people's data, and the glossary's words where the engine keeps no glossary of its own. */
export function mask(
  text: string,
  { source, target, glossary }: { source: Language; target: Language; glossary: Glossary },
): Masked {
  const words = usable(glossary, source, target);
  const terms = words.filter(({ from }) => findTerm(text, from) >= 0).map(({ id }) => id);
  let id = firstId(text);
  const take = (put: string, term: string | null): Part => ({ id: id++, put, term });
  const withoutContacts = split(text, contact).map((part) =>
    typeof part === 'string' ? part : take(part.match, null),
  );
  const parts = withoutContacts.flatMap((part): Part[] => {
    if (typeof part !== 'string') return [part];
    return splitTerms(part, words).map((piece) =>
      typeof piece === 'string' ? piece : take(piece.put, piece.from),
    );
  });
  return { parts, terms };
}

type Word = { id: string; from: string; put: string };

/** Longest first: a compound is a term of its own, not its shorter word with a rest. */
function usable({ terms }: Glossary, source: Language, target: Language): Word[] {
  return terms
    .map((term) => ({ id: term.id, from: term[source], put: term[target] }))
    .filter(({ from, put }) => from !== '' && put !== '')
    .sort((a, b) => b.from.length - a.from.length);
}

const letter = /[\p{L}\p{N}]/u;

/**
 * Where a term stands: a Korean or English word begins one (폐통발 is not 통발), an English one also ends one. Chinese
 * writes no spaces. -1 when nowhere.
 */
function findTerm(text: string, term: string): number {
  const isHan = /^\p{Script=Han}/u.test(term);
  const isLatin = /\p{Script=Latin}$/u.test(term);
  const [where, what] = isLatin ? [text.toLowerCase(), term.toLowerCase()] : [text, term];
  for (let at = where.indexOf(what); at >= 0; at = where.indexOf(what, at + 1)) {
    const before = text.charAt(at - 1);
    const after = text.charAt(at + term.length);
    const begins = isHan || at === 0 || !letter.test(before);
    const ends = !isLatin || !/[\p{L}]/u.test(after);
    if (begins && ends) return at;
  }
  return -1;
}

function splitTerms(text: string, words: readonly Word[]): (string | Word)[] {
  for (const word of words) {
    const at = findTerm(text, word.from);
    if (at < 0) continue;
    const rest = text.slice(at + word.from.length);
    return [...splitTerms(text.slice(0, at), words), word, ...splitTerms(rest, words)].filter(
      (part) => part !== '',
    );
  }
  return text === '' ? [] : [text];
}

function split(text: string, pattern: RegExp): (string | { match: string })[] {
  const parts: (string | { match: string })[] = [];
  let at = 0;
  for (const found of text.matchAll(pattern)) {
    if (found.index > at) parts.push(text.slice(at, found.index));
    parts.push({ match: found[0] });
    at = found.index + found[0].length;
  }
  if (at < text.length) parts.push(text.slice(at));
  return parts;
}

/** Above every number that stands in square brackets already. */
function firstId(text: string): number {
  return Math.max(700, ...[...text.matchAll(/\[\s*(\d{1,6})/g)].map(([, digits]) => Number(digits))) + 1;
}

/** The text in the engine's markup. */
export function writeMasked({ parts }: Masked, provider: TranslationProvider): string {
  const { markup, dictionary } = provider.capabilities;
  return parts
    .map((part) => {
      if (typeof part === 'string') return markup === 'none' ? part : escape(part);
      if (markup === 'xml') return `<x id="${part.id}"/>`;
      if (markup === 'none') return `[${part.id}]`;
      if (dictionary && part.term !== null)
        return `<mstrans:dictionary translation="${escape(part.put)}">${escape(part.term)}</mstrans:dictionary>`;
      return `<span class="notranslate" id="m${part.id}">${part.id}</span>`;
    })
    .join('');
}

const written = {
  none: /\[\s*(\d+)\s*\]/g,
  xml: /<x id="(\d+)"\s*(?:\/>|>\s*<\/x>)/g,
  html: /<span class="notranslate" id="m(\d+)">\s*\d*\s*<\/span>/g,
} as const;

/**
 * The engine's answer with everything back in its place; null when an id is lost, doubled or made up, or markup that is
 * not ours came back.
 */
export function readMasked(answer: string, { parts }: Masked, provider: TranslationProvider): string | null {
  const { markup, dictionary } = provider.capabilities;
  const byId = new Map(
    parts.flatMap((part) =>
      typeof part === 'string' || (dictionary && part.term !== null) ? [] : [[part.id, part.put] as const],
    ),
  );
  const seen = new Set<number>();
  let whole = true;
  const read: string[] = [];
  let at = 0;
  const words = (text: string) => {
    if (markup === 'none') return text;
    // A dictionary entry comes back as plain words; any other element would be the engine's own.
    const plain = text.replace(/<\/?mstrans:dictionary[^>]*>/g, '');
    if (plain.includes('<')) whole = false;
    return unescape(plain);
  };
  for (const found of answer.matchAll(written[markup])) {
    const id = Number(found[1]);
    const put = byId.get(id);
    // Square brackets may be the author's own.
    if (put === undefined && markup === 'none') continue;
    if (put === undefined || seen.has(id)) return null;
    seen.add(id);
    read.push(words(answer.slice(at, found.index)), put);
    at = found.index + found[0].length;
  }
  read.push(words(answer.slice(at)));
  return whole && seen.size === byId.size ? read.join('') : null;
}

const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' } as const;
const isEntity = (character: string): character is keyof typeof entities =>
  Object.hasOwn(entities, character);

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => (isEntity(character) ? entities[character] : character));
}

function unescape(text: string): string {
  const codePoint = (code: number) => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '');
  return text
    .replace(/&#(\d+);/g, (_, digits: string) => codePoint(Number(digits)))
    .replace(/&#x([\da-f]+);/gi, (_, digits: string) => codePoint(Number.parseInt(digits, 16)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&');
}
