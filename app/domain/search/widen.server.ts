import { fold } from './fold-text.server.ts';
import { type Question, saysAll, saysHan, saysHangul, saysPhrase, stemsOf } from './question.server.ts';
import { latinWords, readRuns, type Run } from './read-runs.server.ts';
import type { Glossary } from '../glossary/find-words.server.ts';
import type { Language } from '#prisma/generated/enums.ts';

/** A query made ready for the index. */
export type ReadQuery = {
  /** The words as typed. */
  direct: Question;
  /** The same with what the glossary says for them in all languages. */
  widened: Question;
  /** The language that it is typed in, by its script. */
  language: Language;
  /** Folded words to mark in a result. */
  needles: string[];
  /** Keys of the terms that widened it. */
  terms: string[];
};

type Unit = { direct: Question; widened: Question };

type Dictionary = {
  /** Terms by folded word: Hangul and Han without white space, Latin in the singular. */
  terms: Map<string, number[]>;
  /** What else says the same as a term, by its place in the glossary; made when it is needed. */
  said: Map<number, { questions: { folded: string; question: Question }[] }>;
};

const dictionaries = new WeakMap<Glossary, Dictionary>();
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
/** Longer ones are cut. */
const mostWords = 12;

/**
 * Reads what somebody typed; null when there is nothing in it that could be searched.
 * @param unfinished somebody is still typing: the last Latin word may go on
 */
export function readQuery(typed: string, glossary: Glossary, unfinished = false): ReadQuery | null {
  const folded = fold(typed).trim();
  const runs = readRuns(folded).slice(0, mostWords);
  if (runs.length === 0) return null;
  const widening = new Widening(folded, glossary, runs.length > 1, unfinished);
  const units: Unit[] = [];
  for (let at = 0; at < runs.length; at += 1) {
    const run = runs[at];
    if (!run) break;
    if (run.script === 'hangul') units.push(...widening.hangul(run));
    else if (run.script === 'han') units.push(widening.han(folded.slice(run.from, run.to)));
    else {
      const latin: Run[] = [run];
      for (let next = runs[at + 1]; next?.script === 'latin'; next = runs[at + 1]) {
        latin.push(next);
        at += 1;
      }
      units.push(...widening.latin(latin));
    }
  }
  const scripts = new Set(runs.map(({ script }) => script));
  const direct: Question = { all: units.map((unit) => unit.direct) };
  const parts: Question = { all: units.map(({ widened }) => widened) };
  return {
    direct,
    widened: scripts.size > 1 ? widening.inOne(direct, parts) : parts,
    language: scripts.has('hangul') ? 'ko' : scripts.has('han') ? 'zh' : 'en',
    needles: [...widening.needles],
    terms: [...widening.terms].flatMap((index) => glossary.terms[index]?.key ?? []),
  };
}

/** Walks over a query and replaces what the glossary knows by all that says the same. */
class Widening {
  readonly needles = new Set<string>();
  readonly terms = new Set<number>();
  readonly #dictionary: Dictionary;

  constructor(
    readonly folded: string,
    readonly glossary: Glossary,
    readonly several: boolean,
    readonly unfinished: boolean,
  ) {
    this.#dictionary = dictionaryOf(glossary);
  }

  hangul(run: Extract<Run, { script: 'hangul' }>): Unit[] {
    const words = run.words.map(({ from, to }) => this.folded.slice(from, to));
    const units: Unit[] = [];
    for (let at = 0; at < words.length;) {
      const { count, found } = this.#longest(words.length - at, (length) => {
        const joined = words.slice(at, at + length).join('');
        return [joined, ...stemsOf(joined)];
      });
      const typed = words.slice(at, at + count);
      const direct = saysHangul(typed, this.several || words.length > count);
      for (const word of typed) this.needles.add(word);
      this.needles.add(typed.join(''));
      units.push(found ? this.#unit(direct, found) : this.#compound(typed.join(''), direct));
      at += count;
    }
    if (words.length < 2) return units;
    // All of it in one, whatever the words are by themselves.
    const glued = saysHangul([words.join('')], false);
    const either = (part: 'direct' | 'widened'): Question => ({
      any: [glued, { all: units.map((unit) => unit[part]) }],
    });
    return [{ direct: either('direct'), widened: either('widened') }];
  }

  /** A long word that the glossary does not know may begin or end with one that it knows. */
  #compound(word: string, direct: Question): Unit {
    for (let size = word.length - 2; size >= 2; size -= 1) {
      for (const cut of [size, word.length - size]) {
        const parts = [word.slice(0, cut), word.slice(cut)];
        const known = parts[cut === size ? 0 : 1] ?? '';
        if (!this.#dictionary.terms.has(known)) continue;
        const all = parts.map((part) => this.#known(part, saysHangul([part], true)));
        return { direct, widened: { any: [direct, { all }] } };
      }
    }
    return { direct, widened: direct };
  }

  /** A term that is written in two scripts: PET병. */
  inOne(direct: Question, parts: Question): Question {
    const found = this.#dictionary.terms.get(keyOf(this.folded));
    return found ? { any: [parts, this.#unit(direct, found).widened] } : parts;
  }

  han(text: string): Unit {
    this.needles.add(text);
    const direct = saysHan(text);
    const whole = this.#dictionary.terms.get(text);
    if (whole) return this.#unit(direct, whole);
    if (text.length < 4) return { direct, widened: direct };
    const parts: Question[] = [];
    for (let at = 0; at < text.length;) {
      const { count, found } = this.#longest(text.length - at, (length) => [text.slice(at, at + length)]);
      const part = text.slice(at, at + count);
      if (found) {
        this.needles.add(part);
        parts.push(this.#unit(saysHan(part), found).widened);
        at += count;
        continue;
      }
      const [word] = segmenter.segment(text.slice(at));
      const segment = word?.segment ?? part;
      // A single character between words is grammar more often than not.
      if (segment.length > 1) {
        this.needles.add(segment);
        parts.push(saysHan(segment));
      }
      at += segment.length;
    }
    return { direct, widened: parts.length > 1 ? { any: [direct, { all: parts }] } : direct };
  }

  latin(runs: readonly Run[]): Unit[] {
    const words = runs.map(({ from, to }) => this.folded.slice(from, to));
    const units: Unit[] = [];
    for (let at = 0; at < words.length;) {
      const { count, found } = this.#longest(words.length - at, (length) => [
        latinKey(words.slice(at, at + length).join(' ')),
      ]);
      const typed = words.slice(at, at + count);
      for (const word of typed) this.needles.add(word);
      const goesOn =
        this.unfinished && at + count === words.length && this.folded.endsWith(words.at(-1) ?? '');
      const whole = saysAll(typed.join(' '));
      const direct: Question = goesOn
        ? {
            any: [
              whole,
              { all: [...typed.slice(0, -1).map(saysAll), { latin: words.at(-1) ?? '', how: 'beginning' }] },
            ],
          }
        : whole;
      units.push(found ? this.#unit(direct, found) : { direct, widened: direct });
      at += count;
    }
    if (words.length < 2) return units;
    const glued: Question = { latin: words.join('').replace(/[^\p{L}\d]/gu, ''), how: 'all' };
    const either = (part: 'direct' | 'widened'): Question => ({
      any: [glued, { all: units.map((unit) => unit[part]) }],
    });
    return [{ direct: either('direct'), widened: either('widened') }];
  }

  /** How many of the next words one term has, at most; one word without a term when none has any. */
  #longest(most: number, keys: (length: number) => string[]): { count: number; found?: number[] } {
    for (let length = most; length >= 1; length -= 1) {
      for (const key of keys(length)) {
        const found = this.#dictionary.terms.get(key);
        if (found) return { count: length, found };
      }
    }
    return { count: 1 };
  }

  #known(word: string, direct: Question): Question {
    const found = this.#dictionary.terms.get(word);
    this.needles.add(word);
    return found ? this.#unit(direct, found).widened : direct;
  }

  #unit(direct: Question, indexes: readonly number[]): Unit {
    const others = indexes.flatMap((index) => {
      this.terms.add(index);
      return saidOf(this.#dictionary, this.glossary, index).questions;
    });
    for (const { folded } of others) this.needles.add(folded);
    return { direct, widened: { any: [direct, ...others.map(({ question }) => question)] } };
  }
}

function dictionaryOf(glossary: Glossary): Dictionary {
  const present = dictionaries.get(glossary);
  if (present) return present;
  const terms = new Map<string, number[]>();
  for (const [index, term] of glossary.terms.entries()) {
    for (const { text } of term.words) {
      const key = keyOf(fold(text));
      // One character is a word of many meanings.
      if (key.length < 2) continue;
      const known = terms.get(key) ?? [];
      if (!known.includes(index)) terms.set(key, [...known, index]);
    }
  }
  const made: Dictionary = { terms, said: new Map() };
  dictionaries.set(glossary, made);
  return made;
}

/** The words of a term as questions, without those that a shorter one finds anyway. */
function saidOf(dictionary: Dictionary, { terms }: Glossary, index: number) {
  const present = dictionary.said.get(index);
  if (present) return present;
  // 해양쓰레기 and 해양 쓰레기 are one question.
  const words = [
    ...new Map((terms[index]?.words ?? []).map(({ text }) => [keyOf(fold(text)), fold(text)] as const)),
  ].flatMap(([key, word]) => (key.length > 1 ? word : []));
  const least = words.filter(
    (word) => !words.some((other) => other !== word && other.length < word.length && holds(word, other)),
  );
  const questions = [...new Set(least)].map((folded) => ({ folded, question: saysPhrase(folded) }));
  const made = { questions };
  dictionary.said.set(index, made);
  return made;
}

/** Whether whoever finds `part` finds `word`, too. */
function holds(word: string, part: string): boolean {
  if (/^[\p{Script=Latin}\d\s-]+$/u.test(part)) return ` ${word} `.includes(` ${part} `);
  const [long, short] = [word.replace(/[\s·]/g, ''), part.replace(/[\s·]/g, '')];
  return short.length < long.length && (long.startsWith(short) || long.endsWith(short));
}

function keyOf(folded: string): string {
  return /[\p{Script=Hangul}\p{Script=Han}]/u.test(folded)
    ? folded.replace(/[\s·・()]/g, '')
    : latinKey(folded);
}

/** English words in the singular, hyphens as spaces. */
function latinKey(folded: string): string {
  return readRuns(folded)
    .flatMap(({ from, to }) => latinWords(folded.slice(from, to)).words)
    .map((word) =>
      word.length < 4
        ? word
        : word
            .replace(/ies$/, 'y')
            .replace(/(?<=x|ch|sh|ss)es$/, '')
            .replace(/(?<=[^s])s$/, ''),
    )
    .join(' ');
}
