import { fold } from './fold-text.server.ts';

/**
 * Which of these things are called what somebody typed, for short lists: folded as the index folds (width, capitals,
 * traditional characters, composition), white space aside. A part of a name is enough.
 */
export function searchNames<T>(
  typed: string,
  things: readonly T[],
  namesOf: (thing: T) => readonly string[],
): T[] {
  const plain = (text: string) => fold(text).replaceAll(/\s/g, '');
  const wanted = plain(typed);
  return wanted === ''
    ? [...things]
    : things.filter((thing) => namesOf(thing).some((name) => plain(name).includes(wanted)));
}
