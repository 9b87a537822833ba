import { describe, expect, test } from 'vitest';
import { type MarkUp, markUp } from './mark-up.ts';

/** `<` and `>` stand around what is chosen. */
function read(marked: string) {
  const from = marked.indexOf('<');
  return { text: marked.replace(/[<>]/g, ''), from, to: marked.indexOf('>') - 1 };
}

describe('a button of the composer', () => {
  test.each<[MarkUp, string, string]>([
    ['bold', '오늘 <340개>입니다', '오늘 **<340개>**입니다'],
    ['bold', '오늘 **<340개>**입니다', '오늘 <340개>입니다'],
    ['bold', '<>', '**<>**'],
    ['italic', '<浮球>', '*<浮球>*'],
    ['italic', '*<浮球>*', '<浮球>'],
    ['italic', '**<浮球>**', '***<浮球>***'],
    ['italic', '***<浮球>***', '**<浮球>**'],
    ['link', '보라 <조사표>', '보라 [조사표](<https://>)'],
    ['list', 'a\nb<>\nc', 'a\n- b<>\nc'],
    ['list', 'a\n<b\nc>', 'a\n<- b\n- c>'],
    ['list', 'a\n<- b\n- c>', 'a\n<b\nc>'],
  ])('%s: %j becomes %j', (kind, given, wanted) => {
    expect(markUp(kind, read(given))).toEqual(read(wanted));
  });
});
