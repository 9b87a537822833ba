import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { renderMarkdown } from './markdown.server.ts';

const attacks = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '![x](javascript:alert(1))',
  '![x](https://example.org/pixel.png)',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](java\tscript:alert(1))',
  '[x](&#106;avascript:alert(1))',
  '[x](&#x6A;avascript&colon;alert(1))',
  '[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
  '[x](vbscript:msgbox(1))',
  '[x](file:///etc/passwd)',
  '[x](//evil.example.org)',
  '[x](/sign-out)',
  '<javascript:alert(1)>',
  '[x](https://example.org "onmouseover=alert(1) x=\\"")',
  '[x](https://example.org/"onmouseover="alert(1))',
  '`<svg onload=alert(1)>`',
  '```"><script>alert(1)</script>\ncode\n```',
  '<a href="javascript:alert(1)">x</a>',
  '<details open ontoggle=alert(1)>',
  '[![x](x)](javascript:alert(1))',
  '[x]: javascript:alert(1)\n\n[x]',
  '<style>body{display:none}</style>',
  '<!-- --> <iframe src=https://evil.example.org>',
];

const allowed = new Set([
  'P',
  'BR',
  'UL',
  'OL',
  'LI',
  'BLOCKQUOTE',
  'EM',
  'STRONG',
  'S',
  'CODE',
  'PRE',
  'A',
  'HR',
]);

describe('what people write', () => {
  test.each(attacks)('%s does no harm', (attack) => {
    const { document } = new JSDOM(`<body>${renderMarkdown(attack)}</body>`).window;
    for (const element of document.body.querySelectorAll('*')) {
      expect(allowed).toContain(element.tagName);
      for (const { name, value } of element.attributes) {
        expect(['href', 'rel', 'title', 'class', 'start']).toContain(name);
        if (name === 'href') expect(value).toMatch(/^(https?:\/\/|mailto:)/i);
      }
    }
  });

  test('keeps lists, quotes, emphasis, code and line breaks', () => {
    const html = renderMarkdown(
      '첫 줄\n둘째 줄\n\n- **부표** 340개\n- *라벨* 12개\n\n> 인용\n\n`A-24` ~~지움~~',
    );
    expect(html).toContain('<br>');
    expect(html).toContain('<li><strong>부표</strong> 340개</li>');
    expect(html).toContain('<blockquote>');
    expect(html).toContain('<code>A-24</code> <s>지움</s>');
  });

  test('a link out of the house gives nothing away and nothing back', () => {
    expect(renderMarkdown('[도표](https://example.org/a?b=1)')).toBe(
      '<p><a href="https://example.org/a?b=1" rel="nofollow noopener noreferrer">도표</a></p>\n',
    );
  });

  test('headings, tables and images stay what was typed', () => {
    const html = renderMarkdown(
      '# 제목\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n![사진](https://example.org/a.png)',
    );
    expect(html).not.toMatch(/<h1|<table|<img/);
    expect(html).toContain('# 제목');
  });
});

describe('a number of an incident or an action item', () => {
  test('leads to it wherever it stands in the text, and not inside a link or a code', () => {
    expect(renderMarkdown('2026-0412와 A-24 참고')).toBe(
      '<p><a href="/incidents/2026-0412" class="reference">2026-0412</a>와 <a href="/actions/A-24" class="reference">A-24</a> 참고</p>\n',
    );
    expect(renderMarkdown('`A-24` X-A-24 2026-04-12 1588-1234')).not.toContain('<a');
    expect(renderMarkdown('[A-24](https://example.org)')).not.toContain('/actions/');
  });
});
