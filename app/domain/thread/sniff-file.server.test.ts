import { describe, expect, test } from 'vitest';
import { aCompoundFile, aDocx, aHwp, aHwpx, aJpeg, anXlsx, aPdf, aZip } from '#tests/files.ts';
import { sniffFile } from './sniff-file.server.ts';

const text = (words: string) => new TextEncoder().encode(words);

describe('a file is what its bytes say', () => {
  test.each([
    ['pdf', aPdf()],
    ['docx', aDocx()],
    ['xlsx', anXlsx()],
    ['hwp', aHwp()],
    ['hwpx', aHwpx()],
    ['zip', aZip({ 'label.txt': '라벨' })],
    ['csv', text('\uFEFF날짜,개수\n2026-11-01,12\n2026-11-02,7\n')],
    ['csv', text('a;b\n1;2\n')],
    // "날짜,수량" as Korean spreadsheet programs write it, and "日期,数量" as Chinese ones do.
    ['csv', Uint8Array.from([0xb3, 0xaf, 0xc2, 0xa5, 0x2c, 0xbc, 0xf6, 0x0a, 0x31, 0x2c, 0x32, 0x0a])],
    ['csv', Uint8Array.from([0xc8, 0xd5, 0xc6, 0xda, 0x2c, 0xca, 0xfd, 0x0a, 0x31, 0x2c, 0x32, 0x0a])],
    ['csv', Buffer.from('\uFEFFa\tb\n1\t2\n', 'utf16le')],
  ])('%s', async (format, bytes) => {
    expect(await sniffFile(bytes)).toBe(format);
  });
});

describe('what a post does not take', () => {
  test.each([
    ['a web page, whatever it is called', text('<!doctype html><script>alert(1)</script>')],
    ['a web page in front of a PDF', text('<html><script>1</script></html>\n%PDF-1.7\n')],
    ['a web page with commas in rows', text(' <a>,b\n<c>,d\n')],
    ['a drawing with a script', text('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    [
      'a drawing with its declaration',
      text('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'),
    ],
    ['plain words', text('만리포, 오늘.\n그리고')],
    ['nothing', new Uint8Array()],
    ['a program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)])],
    ['an old Word file', aCompoundFile(['Root Entry', 'WordDocument'], '')],
    ['a compound file that only says HWP', aCompoundFile(['Root Entry'], 'HWP Document File')],
    ['a text with macros', aDocx({ 'word/vbaProject.bin': 'x' })],
    ['a sheet with macros', anXlsx({ 'xl/vbaProject.bin': 'x' })],
    [
      'a document without a document in it',
      aZip({
        '[Content_Types].xml':
          '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
      }),
    ],
    ['a torn ZIP', aZip({ 'a.txt': 'x'.repeat(200) }).slice(0, 60)],
  ])('%s', async (_name, bytes) => {
    expect(await sniffFile(bytes)).toBe(null);
  });

  test('a picture, which is a photo', async () => {
    expect(await sniffFile(await aJpeg())).toBe(null);
  });
});

test('a ZIP that is called a text is a ZIP', async () => {
  expect(await sniffFile(aZip({ 'word/evil.exe': 'MZ' }))).toBe('zip');
});
