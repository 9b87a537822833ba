import { describe, expect, test } from 'vitest';
import { mentionsIn } from './mentions.ts';

const known = [
  { id: 'taean', names: ['태안군', '泰安郡', 'Taean'] },
  { id: 'taean-port', names: ['Taean Port'] },
  { id: 'weihai', names: ['웨이하이시', '威海市', 'Weihai', ''] },
];

describe('a mention', () => {
  test.each([
    ['@태안군 확인 부탁드립니다.', ['taean']],
    ['请@威海市核对，抄送@泰安郡。', ['weihai', 'taean']],
    ['@weihai and @TAEAN PORT, please look.', ['weihai', 'taean-port']],
    ['Taean, Weihai: no mention.', []],
    ['mail@example.org', []],
    ['@', []],
  ])('%s', (body, ids) => {
    expect(mentionsIn(body, known)).toEqual(ids);
  });
});
