import type { ActionItemState, IncidentStatus } from '#prisma/generated/enums.ts';
import type { ThreadEntry } from './entry.ts';

/** Numbers of incidents and action items, as people write them; a Korean particle may follow without a space. */
export const referencePattern = /(?<![\w-])(?:20\d\d-\d{4,6}|A-\d{1,6})(?![\w-])/g;

/** One that a text names and that the reader may see, with where it stands now. */
export type Reference = { number: string; threadId: string } & (
  { subject: 'incident'; state: IncidentStatus } | { subject: 'action_item'; state: ActionItemState }
);

/** Numbers that one question may ask about. */
export const mostReferences = 200;

/** The page of what has this number. */
export function hrefOfReference(number: string): string {
  return number.startsWith('A') ? `/actions/${number}` : `/incidents/${number}`;
}

/** As `renderMarkdown` writes it. */
const link = /<a href="\/(?:incidents|actions)\/([\dA-]+)" class="reference">\1<\/a>/g;

/** The numbers that the HTML of texts links to, each once. */
export function numbersIn(htmls: readonly string[]): string[] {
  return [...new Set(htmls.flatMap((html) => Array.from(html.matchAll(link), ([, number = '']) => number)))];
}

/** The numbers that the posts of a thread name, as far as they are loaded. */
export function numbersOf(entries: readonly ThreadEntry[]): string[] {
  return numbersIn(
    entries.flatMap((entry) =>
      entry.type === 'post_written'
        ? [entry.post.html, ...entry.post.translations.map(({ html }) => html)]
        : [],
    ),
  );
}

/**
 * The HTML of a text with the state of what it names in its links.
 * @param say the state in the reader's language, and which that is; not HTML
 */
export function withStates(
  html: string,
  references: ReadonlyMap<string, Reference>,
  { say, lang }: { say: (reference: Reference) => string; lang: string },
): string {
  if (references.size === 0) return html;
  return html.replace(link, (plain, number: string) => {
    const found = references.get(number);
    if (!found) return plain;
    const look = `reference reference-${found.state.replaceAll('_', '-')}`;
    return `<a href="${hrefOfReference(number)}" class="${look}">${number}<span class="reference-state" lang="${escape(lang)}">${escape(say(found))}</span></a>`;
  });
}

function escape(words: string): string {
  return words.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
