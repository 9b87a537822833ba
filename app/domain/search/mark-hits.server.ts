import { foldText } from './fold-text.server.ts';
import type { Part } from './search.ts';

/** Characters of a text around its first hit. */
const before = 40;
const most = 180;

/**
 * A text with what was asked marked in it.
 * @param needles folded words
 */
export function markHits(text: string, needles: readonly string[]): Part[] {
  return inParts(text, findHits(text.normalize('NFC'), needles));
}

/** The same, cut to what stands around the first hit; Markdown's signs left out. */
export function snippetOf(body: string, needles: readonly string[]): Part[] {
  const plain = body
    .replace(/[*_`~>#]+/g, '')
    .replace(/\]\([^)]*\)|[[\]]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .normalize('NFC');
  const [first] = findHits(plain, needles);
  const from = first && first.from > before * 1.5 ? Math.max(0, first.from - before) : 0;
  const cut = plain.slice(from, from + most);
  const shown = `${from > 0 ? '… ' : ''}${cut}${from + most < plain.length ? ' …' : ''}`;
  return inParts(shown, findHits(shown, needles));
}

type Hit = { from: number; to: number };

function findHits(text: string, needles: readonly string[]): Hit[] {
  const { folded, at } = foldText(text);
  const hits: Hit[] = [];
  for (const needle of needles) {
    const pattern = patternOf(needle);
    if (!pattern) continue;
    for (const match of folded.matchAll(pattern)) {
      const end = match.index + match[0].length;
      hits.push({ from: at[match.index] ?? 0, to: at[end] ?? text.length });
    }
  }
  hits.sort((a, b) => a.from - b.from || b.to - a.to);
  const apart: Hit[] = [];
  for (const hit of hits) {
    const last = apart.at(-1);
    if (last && hit.from <= last.to) last.to = Math.max(last.to, hit.to);
    else apart.push({ ...hit });
  }
  return apart;
}

/** English words with their endings; between Hangul syllables there may be white space. */
function patternOf(needle: string): RegExp | null {
  const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  if (/\p{Script=Hangul}/u.test(needle))
    return new RegExp(escaped(needle.replace(/\s/g, '')).replace(/(?<=[가-힣])(?=[가-힣])/g, '\\s?'), 'gu');
  if (/\p{Script=Han}/u.test(needle)) return new RegExp(escaped(needle), 'gu');
  const words = needle.split(/[\s-]+/).filter((word) => word !== '');
  if (words.length === 0) return null;
  const stems = words.map((word) => `${escaped(word.replace(/(?<=\p{L}{3})e?s$/u, ''))}(?:e?s|ing|e?d)?`);
  return new RegExp(`(?<![\\p{L}\\d])${stems.join('[\\s-]+')}(?![\\p{L}\\d])`, 'gu');
}

function inParts(text: string, hits: readonly Hit[]): Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const hit of hits) {
    if (hit.from > from) parts.push({ text: text.slice(from, hit.from), hit: false });
    parts.push({ text: text.slice(hit.from, hit.to), hit: true });
    from = hit.to;
  }
  if (from < text.length) parts.push({ text: text.slice(from), hit: false });
  return parts;
}
