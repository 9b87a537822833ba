import { describe, expect, test } from 'vitest';
import { TranslationKind } from '#prisma/generated/enums.ts';
import { bestTranslation, labelOf, pickText, type TextTranslation } from './pick-text.ts';

const source = { text: '부표 340개', language: 'ko', revision: 2 } as const;
const human: TextTranslation = { language: 'zh', kind: 'human', revision: 2, text: '浮球 340 个' };
const machine: TextTranslation = { ...human, kind: 'machine', text: '浮标 340 件' };
const at = new Date('2026-11-20T00:00:00Z');

test('who reads the language of the source gets the source', () => {
  expect(pickText({ language: 'ko', source, translations: [human] })).toEqual({
    text: '부표 340개',
    language: 'ko',
    label: 'original',
  });
});

test('a person’s translation comes before a machine’s', () => {
  expect(pickText({ language: 'zh', source, translations: [machine, human] })).toMatchObject({
    text: human.text,
    label: 'human',
  });
});

test('without a translation into the reader’s language the source stands', () => {
  expect(pickText({ language: 'en', source, translations: [human] })).toMatchObject({
    language: 'ko',
    label: 'original',
  });
});

describe('what a reader of the other side gets from one translation', () => {
  /** kind × made of which revision × verified × does it have words → label, or the original. */
  const rows = Object.values(TranslationKind).flatMap((kind) =>
    ([1, 2, 3] as const).flatMap((revision) =>
      [false, true].flatMap((verified) =>
        [false, true].map((hasWords) => ({ kind, revision, verified, hasWords })),
      ),
    ),
  );
  const expected = ({ kind, revision, verified, hasWords }: (typeof rows)[number]) => {
    if (!hasWords || revision === 3) return 'original';
    if (revision === 2) return kind === 'human' && verified ? 'verified' : kind;
    return kind === 'human' && verified ? 'stale' : 'original';
  };

  test.each(rows)(
    'a $kind translation of revision $revision, verified: $verified, words: $hasWords',
    (row) => {
      const { kind, revision, verified, hasWords } = row;
      const translation = {
        language: 'zh' as const,
        kind,
        revision,
        text: hasWords ? '浮球' : '',
        verifiedAt: verified ? at : null,
      };
      const picked = pickText({ language: 'zh', source, translations: [translation] });
      expect(picked.label).toBe(expected(row));
      expect(picked.text).toBe(expected(row) === 'original' ? source.text : '浮球');
    },
  );
});

test('verified, then by a person, then by a machine, then an earlier one that was verified, in whatever order they come', () => {
  const verifiedBefore = { ...human, revision: 1, text: '旧的', verifiedAt: at };
  const all = [
    { ...human, text: '核对过', verifiedAt: at },
    human,
    machine,
    verifiedBefore,
    { ...human, revision: 0, text: '更旧', verifiedAt: at },
  ];
  for (let left = all; left.length > 0; left = left.slice(1)) {
    for (const order of [left, left.toReversed()]) {
      const best = bestTranslation('zh', order, 2);
      expect(best).toBe(left[0]);
    }
  }
  expect(labelOf(verifiedBefore, 2)).toBe('stale');
});
