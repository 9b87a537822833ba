import { foldText } from './fold-text.server.ts';
import { boundsOf, mayFollow } from './hangul-bounds.server.ts';
import { latinWords, readRuns } from './read-runs.server.ts';

/**
 * Goes up when a text would be cut otherwise than before; with it the ICU that cuts Chinese into words. Documents of
 * another version are indexed anew.
 */
export const tokenizerVersion = `2 icu${process.versions.icu?.split('.')[0] ?? '0'}`;

/**
 * How well a pair of characters stands as a word by itself, told by PostgreSQL's four weights. Hangul: A a whole word, B
 * from its beginning, C to its end, D inside it. Han: A a word, B part of one or two single characters, C half of a word
 * and a single character that may be cut otherwise, D halves of two words.
 */
type Weight = 'A' | 'B' | 'C' | 'D';

export type IndexWords = {
  /** A tsvector in PostgreSQL's notation: pairs of characters with their positions. */
  pairs: string;
  /** For `to_tsvector('english', …)`. */
  latin: string;
};

/** Stands before a pair that is none by itself: with white space between its syllables, or cut out of a longer word. */
export const apart = '_';
/** Stands before a pair that is no word by itself: a question for two characters does not meet it. */
export const inside = '~';
/** Stands before a syllable that is a word by itself. */
export const alone = '=';
/**
 * Stands before three characters in a row, kept beside the pairs: a longer question meets them without a look at the
 * positions, which would mean a look into every text that has its pairs anywhere.
 */
export const three = '+';
/** The same where a word cannot begin: they may only go on. */
export const threeInside = '-';

/** tsvector keeps no larger position. */
const lastPosition = 16_383;
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** What the index keeps of a text. The parts (title, text) stand apart, so that no phrase runs over their border. */
export function indexWords(parts: readonly string[]): IndexWords {
  const lexemes = new Map<string, string[]>();
  const latin: string[] = [];
  let position = 1;
  const put: Put = (lexeme, at, weight) => {
    if (at > lastPosition) return;
    if (weight === undefined) {
      lexemes.set(lexeme, []);
      return;
    }
    const key = weight === 'D' && lexeme.length === 2 ? `${inside}${lexeme}` : lexeme;
    const places = lexemes.get(key);
    const place = weight === 'D' ? String(at) : `${at}${weight}`;
    if (places) places.push(place);
    else lexemes.set(key, [place]);
  };

  for (const part of parts) {
    const { folded } = foldText(part.normalize('NFC'));
    for (const run of readRuns(folded)) {
      if (run.script === 'latin') {
        const { words, joined } = latinWords(folded.slice(run.from, run.to));
        latin.push(...words, ...(joined === undefined ? [] : [joined]));
      } else if (run.script === 'han') {
        const text = folded.slice(run.from, run.to);
        putHan(text, position, put);
        position += text.length + 2;
      } else {
        const words = run.words.map(({ from, to }) => folded.slice(from, to));
        position = putHangul(words, position, put) + 2;
      }
    }
    latin.push('\n');
    position += 8;
  }
  const pairs = [...lexemes]
    .map(([lexeme, places]) => (places.length > 0 ? `'${lexeme}':${places.join(',')}` : `'${lexeme}'`))
    .join(' ');
  return { pairs, latin: latin.join(' ').trim() };
}

/** Without a weight the place is not kept. */
type Put = (lexeme: string, at: number, weight?: Weight) => void;

/** Positions count syllables and no white space: 폐 어구 and 폐어구 are the same to a phrase. */
function putHangul(words: readonly string[], from: number, put: Put): number {
  let position = from;
  const all = words.join('');
  const putThree = (at: number, begins: boolean) => {
    const text = all.slice(at - from, at - from + 3);
    if (text.length === 3) put(`${begins ? three : threeInside}${text}`, at);
  };
  for (const [index, word] of words.entries()) {
    const { starts, ends } = boundsOf(word);
    const last = word.length - 1;
    for (let at = 0; at < last; at += 1) {
      const closes = ends.has(at + 2);
      const odd = starts.has(at) && !closes && !mayFollow(word.slice(at + 2));
      // For the beginning of a longer word: 버려진 통발.
      if (odd) put(`${apart}${word.slice(at, at + 2)}`, position + at, 'A');
      const begins = starts.has(at) && !odd;
      put(word.slice(at, at + 2), position + at, begins ? (closes ? 'A' : 'B') : closes ? 'C' : 'D');
      putThree(position + at, true);
    }
    putThree(position + last, starts.has(last));
    // A word of one syllable is found by it, and every syllable is the beginning of a pair or stands last.
    if (ends.has(1)) put(`${alone}${word.slice(0, 1)}`, position, 'A');
    put(word.slice(last), position + last, 'D');
    const next = words[index + 1];
    if (next)
      put(`${apart}${word.slice(last)}${next.slice(0, 1)}`, position + last, starts.has(last) ? 'A' : 'D');
    position += word.length;
  }
  return position;
}

function putHan(text: string, position: number, put: Put): void {
  const words = [...segmenter.segment(text)].map(({ index, segment }) => ({
    from: index,
    to: index + segment.length,
  }));
  let left = 0;
  for (let at = 0; at < text.length - 1; at += 1) {
    while ((words[left]?.to ?? text.length) <= at) left += 1;
    put(text.slice(at, at + 2), position + at, weightOfHan(text, at, words, left));
    if (at + 3 <= text.length) put(`${three}${text.slice(at, at + 3)}`, position + at);
  }
  put(text.slice(-1), position + text.length - 1, text.length === 1 ? 'A' : 'D');
}

type Span = { from: number; to: number };

function weightOfHan(text: string, at: number, words: readonly Span[], left: number): Weight {
  const [first, second] = [words[left], words[left + 1]];
  if (!first) return 'B';
  if (first.to > at + 1 || !second) return first.from === at && first.to === at + 2 ? 'A' : 'B';
  const [before, after] = [text.slice(first.from, at), text.slice(at + 2, second.to)];
  if (before === '' && after === '') return 'B';
  if (before !== '' && after !== '') return 'D';
  // 近|海地|笼 is 近海|地笼 as well; 青海|带|回 is no 青|海带|回.
  const [previous, next] = [words[left - 1], words[left + 2]];
  const whole =
    before === ''
      ? after + (next ? text.slice(next.from, next.to) : '')
      : (previous ? text.slice(previous.from, previous.to) : '') + before;
  return isWord(before + after) || isWord(whole) ? 'C' : 'D';
}

const knownWords = new Map<string, boolean>();
/** The most frequent ones are asked for again and again. */
const mostKnownWords = 50_000;

function isWord(text: string): boolean {
  if (text.length < 2) return false;
  const known = knownWords.get(text);
  if (known !== undefined) return known;
  const [word] = segmenter.segment(text);
  const is = word?.segment.length === text.length;
  if (knownWords.size >= mostKnownWords) knownWords.clear();
  knownWords.set(text, is);
  return is;
}
