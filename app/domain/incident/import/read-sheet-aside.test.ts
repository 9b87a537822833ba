import { utils, write } from '@e965/xlsx';
import { expect, test } from 'vitest';
import { readSheet } from './read-sheet.server.ts';
import { readSheetAside } from './read-sheet-aside.server.ts';

const table = Array.from({ length: 4_500 }, (_, row) => [
  `2025-${row}`,
  `장고도 북쪽 해변 ${row}`,
  (36 + row / 10_000).toFixed(5),
  '126.30120',
  '폐어구와 스티로폼 부표가 섞여 있음',
]);
const rows = [['관리번호', '장소', '위도', '경도', '비고'], ...table];
const csv = new TextEncoder().encode(rows.map((cells) => cells.join(',')).join('\n'));
const workbook = utils.book_new();
utils.book_append_sheet(workbook, utils.aoa_to_sheet(rows.slice(0, 30)));
const xlsx = new Uint8Array(write(workbook, { type: 'array', bookType: 'xlsx' }));

test.each([
  ['a text of several parts', csv],
  ['a workbook, however small', xlsx],
  ['what is no sheet', new Uint8Array(400_000)],
  ['a broken workbook', xlsx.slice(0, 200)],
])(
  'a thread of its own reads %s as the main one does',
  async (_, bytes) => {
    expect(await readSheetAside(bytes)).toEqual(readSheet(bytes));
  },
  // A thread that reads TypeScript takes its time to start.
  30_000,
);
