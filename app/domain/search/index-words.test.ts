import { describe, expect, test } from 'vitest';
import { fold, foldText } from './fold-text.server.ts';
import { indexWords } from './index-words.server.ts';

const pairs = (text: string) => indexWords([text]).pairs;

describe('how a text is folded', () => {
  test.each([
    ['漁網', '渔网'],
    ['１２３ ＫＧ', '123 kg'],
    ['塑膠瓶', '塑料瓶'],
    ['café', 'cafe'],
    ['통발', '통발'],
  ])('%s is found as %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test('every folded character knows where it stood', () => {
    expect(foldText('㎏ 網').at).toEqual([0, 0, 1, 2]);
  });
});

describe('where a pair of characters is a word', () => {
  test('a particle ends a word, the inside of another word does not', () => {
    expect(pairs('통발을')).toContain("'통발':1A");
    expect(pairs('교통발전')).not.toContain("'통발'");
    expect(pairs('교통발전')).toContain("'~통발':2");
  });

  test('a compound says the words that it begins and ends with', () => {
    expect(pairs('폐통발')).toContain("'통발':2A");
    expect(pairs('꽃게통발어업')).toContain("'통발'");
  });

  test('half of one Chinese word and half of the next are none', () => {
    expect(pairs('上海带来')).not.toContain("'海带'");
    expect(pairs('海带养殖')).toContain("'海带':1A");
    expect(pairs('互联网具体')).not.toContain("'网具'");
  });

  test('white space between Hangul does not move the positions', () => {
    expect(pairs('폐 어구')).toContain("'_폐어':1A");
    expect(pairs('폐어구')).toContain("'어구':2");
  });

  test('three in a row stand beside the pairs; where none of them begins a word they may only go on', () => {
    expect(pairs('해양 쓰레기')).toContain("'+해양쓰'");
    expect(pairs('근해 조류')).toContain("'-해조류'");
    expect(pairs('海漂垃圾')).toContain("'+漂垃圾'");
  });
});

test('numbers stand apart from their unit, words with hyphens in one, too', () => {
  expect(indexWords(['1,200kg of micro-plastics']).latin).toBe('1200 kg of micro plastics microplastics');
});
