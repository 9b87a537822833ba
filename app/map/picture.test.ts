import { describe, expect, it } from 'vitest';
import { wrap } from './picture.ts';

const measure = (text: string) => text.length;

describe('the words of a picture', () => {
  it('break between words in Korean and English, anywhere in Chinese', () => {
    expect(wrap('Ring: weight not known', 12, measure)).toEqual(['Ring: weight', 'not known']);
    expect(wrap('고리: 중량 미상입니다', 8, measure)).toEqual(['고리: 중량', '미상입니다']);
    expect(wrap('圆圈：重量未知', 4, measure)).toEqual(['圆圈：重', '量未知']);
  });

  it('lose no character, and a word that is too long keeps a line of its own', () => {
    expect(wrap('a verylongword b', 4, measure)).toEqual(['a', 'verylongword', 'b']);
    expect(wrap('', 4, measure)).toEqual([]);
  });
});
