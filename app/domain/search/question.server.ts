import { Prisma } from '#prisma/generated/client.ts';
import { alone, apart, inside, three, threeInside } from './index-words.server.ts';
import { boundsOf, clearStem } from './hangul-bounds.server.ts';
import { latinWords, readRuns } from './read-runs.server.ts';

/** What is asked of the index, before it is SQL. */
export type Question =
  | {
      /** A tsquery in PostgreSQL's notation, over pairs of characters. */
      pairs: string;
      /** The same without positions, where there is such a way. */
      threes?: string;
    }
  | { latin: string; how: 'all' | 'phrase' | 'beginning' }
  | { all: readonly Question[] }
  | { any: readonly Question[] };

/**
 * The question as an expression of type tsquery: as few literals as it takes, for every call of a function costs. Of
 * alternatives single words stand before phrases and each stands once: PostgreSQL looks for them one after another in
 * every text that the index proposes, and stops at the first.
 * @param to `find`, or `order` what was found: for that the pairs say how well they stand
 * @returns an expression without parentheses of its own
 */
export function toTsquery(question: Question, to: Use): Prisma.Sql {
  const { words, phrases, others } = compile(question, to);
  const parts = [...literals(words), ...literals(phrases), ...others];
  return parts.length > 0 ? Prisma.join(parts, 'any' in question ? ' || ' : ' && ') : Prisma.sql`''::tsquery`;
}

type Use = 'find' | 'order';

type Texts = { pairs: string | undefined; latin: string | undefined };

/** Parts that stay text, phrases by themselves, and those that mix the two kinds; joined as the question says. */
type Compiled = { words: Texts; phrases: Texts; others: Prisma.Sql[] };

const none: Texts = { pairs: undefined, latin: undefined };

function literals({ pairs, latin }: Texts): Prisma.Sql[] {
  return [
    ...(pairs === undefined ? [] : [Prisma.sql`${pairs}::tsquery`]),
    ...(latin === undefined ? [] : [Prisma.sql`to_tsquery('english', ${latin})`]),
  ];
}

function inOneLiteral({ words, phrases, others }: Compiled): Texts | undefined {
  const texts = [words, phrases].flatMap(({ pairs, latin }) => [
    ...(pairs === undefined ? [] : [{ pairs, latin: undefined }]),
    ...(latin === undefined ? [] : [{ pairs: undefined, latin }]),
  ]);
  return others.length === 0 && texts.length === 1 ? texts[0] : undefined;
}

function compile(question: Question, to: Use): Compiled {
  if ('pairs' in question)
    return sorted({ ...none, pairs: to === 'find' ? (question.threes ?? question.pairs) : question.pairs });
  if ('latin' in question) return sorted({ ...none, latin: latinQuery(question) });
  const [parts, operator] = 'all' in question ? [question.all, ' & '] : [flat(question.any), ' | '];
  const found = {
    words: { pairs: new Set<string>(), latin: new Set<string>() },
    phrases: { pairs: new Set<string>(), latin: new Set<string>() },
  };
  const others: Prisma.Sql[] = [];
  for (const part of parts) {
    const compiled = compile(part, to);
    const text = inOneLiteral(compiled);
    const kind = text?.pairs === undefined ? 'latin' : 'pairs';
    const value = text?.[kind];
    if (value !== undefined) found[isPhrase(value) ? 'phrases' : 'words'][kind].add(`(${value})`);
    else if (
      compiled.others.length > 0 ||
      literals(compiled.words).length + literals(compiled.phrases).length > 0
    )
      others.push(Prisma.sql`(${toTsquery(part, to)})`);
  }
  const joined = (all: Set<string>) => (all.size > 0 ? [...all].join(operator) : undefined);
  const texts = ({ pairs, latin }: typeof found.words) => ({ pairs: joined(pairs), latin: joined(latin) });
  return { words: texts(found.words), phrases: texts(found.phrases), others };
}

/** Alternatives of alternatives are alternatives. */
function flat(any: readonly Question[]): Question[] {
  return any.flatMap((one) => {
    if ('any' in one) return flat(one.any);
    return 'all' in one && one.all.length === 1 ? flat(one.all) : [one];
  });
}

function sorted(text: Texts): Compiled {
  return isPhrase(text.pairs ?? text.latin ?? '')
    ? { words: none, phrases: text, others: [] }
    : { words: text, phrases: none, others: [] };
}

function isPhrase(text: string): boolean {
  return /<[-\d]/.test(text);
}

function latinQuery({ latin, how }: Extract<Question, { latin: string }>): string | undefined {
  const words = latin.split(/\s+/).flatMap((word) => {
    const plain = word.replace(/[^\p{L}\d.]/gu, '');
    return plain === '' ? [] : [`'${plain}'${how === 'beginning' ? ':*' : ''}`];
  });
  return words.length > 0 ? words.join(how === 'phrase' ? ' <-> ' : ' & ') : undefined;
}

/** A text that contains all these words, wherever; white space between Hangul does not count. */
export function saysAll(folded: string): Question {
  const runs = readRuns(folded);
  const several = runs.length > 1;
  return {
    all: runs.map((run): Question => {
      const text = folded.slice(run.from, run.to);
      if (run.script === 'han') return saysHan(text);
      if (run.script === 'latin') return saysLatin(text);
      return saysHangul(
        run.words.map(({ from, to }) => folded.slice(from, to)),
        several,
      );
    }),
  };
}

/** A text that contains these words as they stand, one after the other. */
export function saysPhrase(folded: string): Question {
  const runs = readRuns(folded);
  if (runs.every(({ script }) => script === 'latin'))
    return {
      latin: runs.flatMap(({ from, to }) => latinWords(folded.slice(from, to)).words).join(' '),
      how: 'phrase',
    };
  if (runs.length > 1) return saysAll(folded);
  const [run] = runs;
  if (run?.script !== 'hangul') return saysAll(folded);
  return saysHangulWord(run.words.map(({ from, to }) => folded.slice(from, to)).join(''));
}

/** Words, or all of them glued together: 해양 쓰레기, 해양쓰레기. */
export function saysHangul(words: readonly string[], several: boolean): Question {
  const [only] = words;
  if (only !== undefined && words.length === 1)
    return several && only.length === 1
      ? { pairs: `'${only}':* | '${inside}${only}':*` }
      : saysHangulWord(only);
  return {
    any: [
      saysHangulWord(words.join('')),
      {
        all: words.map((word) =>
          word.length === 1 ? { pairs: `'${word}':* | '${inside}${word}':*` } : saysHangulWord(word),
        ),
      },
    ],
  };
}

/**
 * Two syllables must begin or end a word; three and more may stand inside one, and white space inside them does not
 * count when they begin with a word: 폐 어구 says 폐어구, 근해 조류 does not say 해조류.
 */
function saysHangulWord(word: string): Question {
  const stem = clearStem(word);
  const asTyped = pairsOfHangul(word);
  return stem === undefined ? asTyped : { any: [asTyped, pairsOfHangul(stem)] };
}

function pairsOfHangul(word: string): Question {
  const [first, ...rest] = pairsOf(word);
  if (first === undefined) return { pairs: `'${alone}${word}'` };
  if (rest.length === 0) return { pairs: `'${first.pair}'` };
  return {
    pairs: [
      `('${first.pair}' | '${inside}${first.pair}' | '${apart}${first.pair}':A)`,
      ...rest.map(({ pair, step }) => `<${step}> ('${pair}' | '${inside}${pair}' | '${apart}${pair}')`),
    ].join(' '),
    threes: threesOf(word)
      .map((text, at) => (at === 0 ? `'${three}${text}'` : `('${three}${text}' | '${threeInside}${text}')`))
      .join(' & '),
  };
}

/** Two characters must not be half of one word and half of the next; one character is the beginning of a pair. */
export function saysHan(text: string): Question {
  const [first, ...rest] = pairsOf(text);
  if (first === undefined) return { pairs: `'${text}':* | '${inside}${text}':*` };
  if (rest.length === 0) return { pairs: `'${first.pair}'` };
  return {
    pairs: [
      `('${first.pair}' | '${inside}${first.pair}')`,
      ...rest.map(({ pair, step }) => `<${step}> ('${pair}' | '${inside}${pair}')`),
    ].join(' '),
    threes: threesOf(text)
      .map((part) => `'${three}${part}'`)
      .join(' & '),
  };
}

function saysLatin(run: string): Question {
  const { words, joined } = latinWords(run);
  const apartAll: Question = {
    latin: words.join(' '),
    how: words.length > 1 && /\d/.test(run) ? 'phrase' : 'all',
  };
  if (joined === undefined) return apartAll;
  // Of a number such as A-24 the letter alone says nothing.
  const inOne: Question = { latin: joined, how: 'all' };
  return /\d/.test(joined) ? inOne : { any: [inOne, apartAll] };
}

/** Every second pair and the last: they cover the word. `step` is the distance to the one before. */
function pairsOf(text: string): { pair: string; step: number }[] {
  const pairs: { pair: string; step: number }[] = [];
  for (let at = 0; at + 1 < text.length; at += 2) pairs.push({ pair: text.slice(at, at + 2), step: 2 });
  if (text.length > 1 && text.length % 2 === 1) pairs.push({ pair: text.slice(-2), step: 1 });
  return pairs;
}

/** Every second three characters and the last: who has them all has the word, but for a very rare chance. */
function threesOf(text: string): string[] {
  const threes: string[] = [];
  for (let at = 0; at + 3 < text.length; at += 2) threes.push(text.slice(at, at + 3));
  return [...threes, text.slice(-3)];
}

/** Word ends of a Hangul word for the glossary: as typed, and before its particles, longest first. */
export function stemsOf(word: string): string[] {
  return [...boundsOf(word).ends]
    .filter((end) => end >= 2)
    .sort((a, b) => b - a)
    .map((end) => word.slice(0, end));
}
