import { expect, test } from 'vitest';
import { matching, mentionAt } from './mention-query.ts';

test('an @ asks for a name where it begins a word, up to the caret', () => {
  expect(mentionAt('@', 1)).toEqual({ from: 0, query: '' });
  expect(mentionAt('확인 바랍니다 @태안', 11)).toEqual({ from: 8, query: '태안' });
  expect(mentionAt('(@威海', 4)).toEqual({ from: 1, query: '威海' });
  expect(mentionAt('han@example.org', 15)).toBe(null);
  expect(mentionAt('@태안군 님', 6)).toBe(null);
  expect(mentionAt('@태안군', 2)).toEqual({ from: 0, query: '태' });
});

test('governments and people are found by any of their names and by the seat, those that begin so first', () => {
  const seat = {
    titleKo: '해양수산과',
    titleZh: '海洋渔业科',
    titleEn: 'Marine section',
    governmentId: 'taean',
  };
  const all = [
    { id: 'mid', names: { ko: '서산시', zh: '瑞山市', en: 'Seosan (near Taean)' }, seat: null },
    { id: 'taean', names: { ko: '태안군', zh: '泰安郡', en: 'Taean County' }, seat: null },
    { id: 'person', names: { ko: '한바다', zh: '한바다', en: 'Han Bada' }, seat },
  ];
  const ids = (query: string) => matching(all, query).map(({ id }) => id);
  expect(ids('taean')).toEqual(['taean', 'mid']);
  expect([ids('泰'), ids('han b'), ids('渔业'), ids('없는')]).toEqual([
    ['taean'],
    ['person'],
    ['person'],
    [],
  ]);
});
