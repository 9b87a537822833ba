/** A stretch of folded text in one script. `from` and `to` are its place in the folded text. */
export type Run = { from: number; to: number } & (
  | { script: 'hangul'; /** Words between white space, in order. */ words: { from: number; to: number }[] }
  | { script: 'han' }
  | { script: 'latin' }
);

/** Hangul words with nothing but white space between them, Han without, and Latin words with numbers and hyphens. */
const runs =
  /(?<hangul>[\uac00-\ud7a3]+(?:[ \t\u00a0]*\n?[ \t\u00a0]*[\uac00-\ud7a3]+)*)|(?<han>[\p{Script=Han}々]+)|(?<latin>[\p{Script=Latin}\d]+(?:['’.,‐–-][\p{Script=Latin}\d]+)*)/gu;

/** The stretches of a folded text that can be searched, in order. Everything else keeps them apart. */
export function readRuns(folded: string): Run[] {
  const found: Run[] = [];
  for (const match of folded.matchAll(runs)) {
    const from = match.index;
    const to = from + match[0].length;
    if (match.groups?.hangul !== undefined) {
      const words = [...match[0].matchAll(/\S+/g)].map((word) => ({
        from: from + word.index,
        to: from + word.index + word[0].length,
      }));
      found.push({ script: 'hangul', from, to, words });
    } else {
      found.push({ script: match.groups?.han === undefined ? 'latin' : 'han', from, to });
    }
  }
  return found;
}

/**
 * The words of a Latin run as the `english` configuration gets them: numbers without separators and apart from their
 * unit, and for a word with hyphens (`micro-plastics`, `A-24`) the same in one.
 */
export function latinWords(run: string): { words: string[]; joined: string | undefined } {
  const plain = run.replace(/(?<=\d),(?=\d{3}(?!\d))/g, '').replace(/’/g, "'");
  const parts = plain.split(/[-‐–,]/);
  const words = parts
    .flatMap((part) => part.match(/\d+(?:\.\d+)*|[^\d.]+/g) ?? [])
    .filter((word) => /[\p{L}\d]/u.test(word));
  return { words, joined: parts.length > 1 ? parts.join('').replace(/[^\p{L}\d]/gu, '') : undefined };
}
