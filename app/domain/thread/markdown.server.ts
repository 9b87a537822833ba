import MarkdownIt from 'markdown-it';
import { hrefOfReference, numbersIn, referencePattern } from './reference.ts';

/** Only these may stand in a link; a relative address would lead into our own pages and is refused, too. */
const linkable = /^(?:https?:\/\/|mailto:)/i;

const markdown = new MarkdownIt('zero', { html: false, linkify: false, breaks: true });
markdown.enable([
  'blockquote',
  'code',
  'fence',
  'hr',
  'list',
  'backticks',
  'emphasis',
  'strikethrough',
  'escape',
  'entity',
  'link',
  'autolink',
  'newline',
  'balance_pairs',
  'fragments_join',
]);
markdown.validateLink = (url) => linkable.test(url.trim());
markdown.renderer.rules.link_open = (tokens, index, options, _env, renderer) => {
  tokens[index]?.attrSet('rel', 'nofollow noopener noreferrer');
  return renderer.renderToken(tokens, index, options);
};

/** A reader who may not see the thing gets the same page as for one that does not exist. */
markdown.core.ruler.push('references', ({ tokens, Token }) => {
  for (const block of tokens) {
    let links = 0;
    block.children =
      block.children?.flatMap((token) => {
        if (token.type === 'link_open') links += 1;
        if (token.type === 'link_close') links -= 1;
        return token.type === 'text' && links === 0 ? withReferences(token.content) : [token];
      }) ?? null;
  }

  function withReferences(text: string) {
    const parts = [];
    let from = 0;
    for (const { 0: number, index } of text.matchAll(referencePattern)) {
      parts.push(textOf(text.slice(from, index)));
      const open = new Token('reference_open', 'a', 1);
      open.attrs = [
        ['href', hrefOfReference(number)],
        ['class', 'reference'],
      ];
      parts.push(open, textOf(number), new Token('reference_close', 'a', -1));
      from = index + number.length;
    }
    return [...parts, textOf(text.slice(from))];
  }

  function textOf(content: string) {
    const token = new Token('text', '', 0);
    token.content = content;
    return token;
  }
});

/**
 * Safe HTML of a text that somebody wrote: paragraphs, line breaks, lists, quotes, emphasis, code, links out of the
 * house, and numbers of incidents and action items as links to them. No raw HTML, no images, no headings, no tables.
 */
export function renderMarkdown(text: string): string {
  return markdown.render(text);
}

/** Numbers of the incidents and action items that a text links to. */
export function referencesIn(text: string): string[] {
  return numbersIn([renderMarkdown(text)]);
}
