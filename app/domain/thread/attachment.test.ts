import { describe, expect, test } from 'vitest';
import { nameOfFile } from './attachment.ts';

describe('the name of a file as readers see it', () => {
  test.each([
    ['조사 결과.pdf', 'pdf', '조사 결과.pdf'],
    ['조사'.normalize('NFD') + '.csv', 'csv', '조사.csv'],
    ['../../etc/passwd', 'zip', 'passwd.zip'],
    ['C:\\Users\\lin\\标签登记表.XLSX', 'xlsx', '标签登记表.xlsx'],
    // Shown it would read "reportexe.pdf".
    ['report\u202Efdp.exe', 'pdf', 'reportfdp.exe.pdf'],
    ['report.docx', 'zip', 'report.docx.zip'],
    ['page.pdf.html', 'pdf', 'page.pdf.html.pdf'],
    ['a"b\r\nX-Evil: 1.csv', 'csv', 'a_bX-Evil_ 1.csv'],
    ['...', 'hwp', 'document.hwp'],
    ['', 'pdf', 'document.pdf'],
    ['.pdf', 'pdf', 'pdf.pdf'],
  ] as const)('%j becomes %s: %s', (given, format, shown) => {
    expect(nameOfFile(given, format)).toBe(shown);
  });

  test('is cut, and keeps its ending', () => {
    expect(nameOfFile(`${'긴'.repeat(300)}.hwp`, 'hwp')).toBe(`${'긴'.repeat(120)}.hwp`);
  });
});
