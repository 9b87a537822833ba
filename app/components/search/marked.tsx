import type { Part } from '#app/domain/search/search.ts';

/** A text with what was asked marked in it. */
export function Marked({ parts }: { readonly parts: readonly Part[] }) {
  let at = 0;
  const placed = parts.map((part) => {
    at += part.text.length;
    return { ...part, end: at };
  });
  return placed.map(({ text, hit, end }) =>
    hit ? <mark key={end}>{text}</mark> : <span key={end}>{text}</span>,
  );
}
