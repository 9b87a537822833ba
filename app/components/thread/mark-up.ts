/** What a button or a key of the composer does to the words that are chosen. */
export const markUps = ['bold', 'italic', 'list', 'link'] as const;
export type MarkUp = (typeof markUps)[number];

/** A text with the part of it that is chosen. */
export type Chosen = { text: string; from: number; to: number };

const around = { bold: '**', italic: '*' } as const;

/**
 * Marks the chosen words in Markdown, or takes the mark away where it stands already; what is chosen stays chosen. A
 * link asks for its address: that is chosen then.
 */
export function markUp(kind: MarkUp, { text, from, to }: Chosen): Chosen {
  const [before, words, after] = [text.slice(0, from), text.slice(from, to), text.slice(to)];
  if (kind === 'link') {
    const address = 'https://';
    const at = from + words.length + 3;
    return { text: `${before}[${words}](${address})${after}`, from: at, to: at + address.length };
  }
  if (kind === 'list') return markList({ text, from, to });
  const mark = around[kind];
  const isMarked = before.endsWith(mark) && after.startsWith(mark);
  // The asterisk inside of a double one is not its own.
  const isOther = kind === 'italic' && before.endsWith('**') && !before.endsWith('***');
  if (isMarked && !isOther) {
    const size = mark.length;
    return {
      text: `${before.slice(0, -size)}${words}${after.slice(size)}`,
      from: from - size,
      to: to - size,
    };
  }
  return {
    text: `${before}${mark}${words}${mark}${after}`,
    from: from + mark.length,
    to: to + mark.length,
  };
}

/** Every line that is touched becomes a line of a list, or stops being one when all of them are. */
function markList({ text, from, to }: Chosen): Chosen {
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const next = text.indexOf('\n', to);
  const end = next === -1 ? text.length : next;
  const lines = text.slice(start, end).split('\n');
  const isList = lines.every((line) => line.startsWith('- '));
  const changed = lines.map((line) => (isList ? line.slice(2) : `- ${line}`)).join('\n');
  return {
    text: `${text.slice(0, start)}${changed}${text.slice(end)}`,
    from: lines.length > 1 ? start : start + changed.length,
    to: start + changed.length,
  };
}
