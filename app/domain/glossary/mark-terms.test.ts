import { expect, test } from 'vitest';
import { markTerms, pieceTerms } from './mark-terms.ts';
import { contentOf, type Term } from './term.ts';

const none = { avoidKo: [], avoidZh: [], avoidEn: [], definitionKo: '', definitionZh: '', definitionEn: '' };
const term = (key: string, ko: string, zh: string, en: string): Term => ({
  key,
  ...contentOf({ ...none, field: 'gear', ko: [ko], zh: [zh], en: [en], source: '' }),
});
const terms = [
  term('trap', '통발', '地笼', 'trap'),
  term('derelict-trap', '폐통발', '废弃地笼', 'derelict trap'),
  term('place-seosan', '서산', '瑞山', 'Seosan'),
];
const keys = (html: string) => [...html.matchAll(/href="\/glossary\/([^"]+)"/g)].map(([, key]) => key);

test('a term shows its three words, and a place its official names', () => {
  expect(markTerms('<p>서산 앞바다</p>', 'ko', terms)).toBe(
    '<p><a class="term" href="/glossary/place-seosan" data-words="서산 · 瑞山 · Seosan" aria-description="서산 · 瑞山 · Seosan">서산</a> 앞바다</p>',
  );
});

test.each([
  ['ko', '폐통발과 통발을 건졌습니다.', ['derelict-trap', 'trap']],
  ['ko', '교통발전 계획', []],
  ['zh', '废弃地笼三十个', ['derelict-trap']],
  ['en', 'Traps, but no trapped fish', ['trap']],
  ['ko', '통발, 다시 통발', ['trap']],
] as const)('%s: %s', (language, text, found) => {
  expect(keys(markTerms(`<p>${text}</p>`, language, terms))).toEqual(found);
});

test('links and code stay as they are', () => {
  const html = '<p><a href="https://example.org">통발</a> <code>통발</code></p>';
  expect(markTerms(html, 'ko', terms)).toBe(html);
});

test('a plain text is cut at its terms, each where it stands first, and stays whole', () => {
  const text = '서산 <앞바다>의 통발과 통발';
  const pieces = pieceTerms(text, 'ko', terms);
  expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  expect(pieces.flatMap((piece) => piece.term?.key ?? [])).toEqual(['place-seosan', 'trap']);
  expect(pieces[0]?.term?.words).toBe('서산 · 瑞山 · Seosan');
});
