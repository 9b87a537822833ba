import fc from 'fast-check';
import { utils, write } from '@e965/xlsx';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { judgeSheet } from './judge-sheet.server.ts';
import { readDate } from './read-date.ts';
import { readSheet } from './read-sheet.server.ts';
import { sheetLimits } from './sheet.ts';
import { suggestMapping } from './suggest-mapping.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, bom: boolean) => {
  const body = Buffer.from(text, 'utf16le');
  return bom ? Buffer.concat([Buffer.from([0xff, 0xfe]), body]) : body;
};
// "날짜,위도,경도,장소\n2026-05-01,36.78,126.13,만리포" in CP949 and "日期,纬度,经度,地点\n2026-05-01,36.06,120.38,青岛" in GB18030.
const cp949 = Buffer.from(
  'b3afc2a52cc0a7b5b52cb0e6b5b52cc0e5bcd20a323032362d30352d30312c33362e37382c3132362e31332cb8b8b8aec6f7',
  'hex',
);
const gb18030 = Buffer.from(
  'c8d5c6da2cceb3b6c82cbeadb6c82cb5d8b5e30a323032362d30352d30312c33362e30362c3132302e33382cc7e0b5ba',
  'hex',
);
const latin = Buffer.from('date;lat;lon;place\n2026-05-01;36,78;126,13;Café Müller', 'latin1');
const rows = [
  ['날짜', '위도', '경도', '수량'],
  ['2026-05-01', 36.78, 126.13, 12],
];
const workbook = (type: 'xlsx' | 'biff8') => {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), 'a');
  const bytes: unknown = write(book, { bookType: type, type: 'buffer' });
  if (!(bytes instanceof Uint8Array)) throw new Error('no bytes');
  return bytes;
};

describe('a file is known by what is in it', () => {
  test.each([
    ['UTF-8', utf8('날짜,위도,경도\n2026-05-01,36.78,126.13'), 'csv', 'utf-8'],
    ['UTF-8 with a byte order mark', utf8('\uFEFF날짜,위도,경도\n2026-05-01,36.78,126.13'), 'csv', 'utf-8'],
    ['UTF-16', utf16('날짜\t위도\t경도\n2026-05-01\t36.78\t126.13', true), 'tsv', 'utf-16le'],
    ['UTF-16 without a mark', utf16('date\tlat\tlon\n2026-05-01\t36.78\t126.13', false), 'tsv', 'utf-16le'],
    ['CP949', cp949, 'csv', 'euc-kr'],
    ['GB18030', gb18030, 'csv', 'gb18030'],
    ['Windows-1252 with decimal commas', latin, 'csv', 'windows-1252'],
    ['XLSX', workbook('xlsx'), 'xlsx', null],
    ['XLS', workbook('biff8'), 'xls', null],
    [
      'GeoJSON',
      utf8(
        '{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[126.13,36.78]},"properties":{"date":"2026-05-01"}}]}',
      ),
      'geojson',
      'utf-8',
    ],
  ] as const)('%s', async (_, bytes, format, encoding) => {
    const read = readSheet(bytes);
    expect(read.ok && [read.sheet.format, read.sheet.encoding]).toEqual([format, encoding]);
    if (!read.ok) return;
    const { incidents, findings } = await judgeSheet(read.sheet, suggestMapping(read.sheet, 'ko', 'a.csv'), {
      now: new Date('2026-11-25T00:00:00Z'),
    });
    expect(findings).toEqual([]);
    expect(incidents).toHaveLength(1);
    expect(incidents[0]?.lat).toBeGreaterThan(36);
    expect(incidents[0]?.lon).toBeGreaterThan(120);
  });
});

describe('what is no sheet is refused with line and reason', () => {
  test.each([
    ['nothing at all', new Uint8Array(), 'empty'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'not_a_sheet'],
    ['a web page', utf8('<html><table><tr><td>1</td></tr></table>'), 'not_a_sheet'],
    ['a zip of something else', zipSync({ 'a.xml': utf8('<a/>') }), 'not_a_sheet'],
    ['a broken GeoJSON', utf8('{"type":"FeatureCollection","features":['), 'broken_json'],
    ['a cut cell', utf8('date,lat,lon\n2026-05-01,36,126\n2026-05-01,36,"126'), 'quote_not_closed'],
    ['heads only', utf8('date,lat,lon\n'), 'no_rows'],
    ['a file above the limit', new Uint8Array(sheetLimits.bytes + 1), 'too_large'],
    [
      'a zip that grows too large',
      zipSync({ 'xl/workbook.xml': new Uint8Array(sheetLimits.unpackedBytes + 1) }),
      'unpacks_too_large',
    ],
  ])('%s', (_, bytes, fault) => {
    expect(readSheet(bytes)).toMatchObject({ ok: false, fault, line: expect.any(Number) });
  });
});

/** Whatever comes out of a file has a line and a reason for each row that does not come in. */
async function readWhole(bytes: Uint8Array): Promise<void> {
  const read = readSheet(bytes);
  if (!read.ok) {
    expect(read.line).toBeGreaterThan(0);
    return;
  }
  const { sheet } = read;
  const judged = await judgeSheet(sheet, suggestMapping(sheet, 'en', 'x'), { now: new Date('2026-11-25') });
  const known = new Set([
    ...judged.findings.map(({ line }) => line),
    ...judged.incidents.flatMap(({ lines }) => lines),
  ]);
  expect(sheet.rows.filter(({ line }) => !known.has(line))).toEqual([]);
}

describe('no file breaks the reader', () => {
  test('random bytes', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), readWhole), { numRuns: 60 });
  });

  test('random cells', async () => {
    const cells = fc.array(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 6 }), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(cells, (lines) =>
        readWhole(utf8(`lat,lon,date,amount\n${lines.map((line) => line.join(',')).join('\n')}`)),
      ),
      { numRuns: 60 },
    );
  });

  test.each(['xlsx', 'biff8'] as const)('a %s that is cut or spoiled anywhere', async (type) => {
    const whole = workbook(type);
    const spoiled = fc.tuple(fc.nat(whole.length), fc.nat(whole.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(spoiled, async ([end, at, byte]) => {
        await readWhole(whole.slice(0, end));
        const changed = whole.slice();
        changed[at] = byte;
        await readWhole(changed);
      }),
      { numRuns: 40 },
    );
  });
});

describe('no cut or spoiled text breaks the reader', () => {
  const table =
    '날짜,위도,경도,장소,수량\n2026-05-01,36.78,126.13,"만리포, 북쪽",12\n2026-05-02,36.79,126.14,천리포,3\n';
  const feature =
    '{"type":"Feature","geometry":{"type":"Point","coordinates":[126.1,36.7]},"properties":{"date":"2026-05-01"}}';
  test.each([
    ['UTF-8', utf8(table)],
    ['UTF-16', utf16(table, true)],
    ['UTF-16 without a mark', utf16(table, false)],
    ['CP949', cp949],
    ['GB18030', gb18030],
    ['TSV', utf8(table.replaceAll(',', '\t'))],
    ['GeoJSON', utf8(`{"type":"FeatureCollection","features":[${feature},${feature}]}`)],
  ])('%s', async (_, whole) => {
    const spoiled = fc.tuple(fc.nat(whole.length), fc.nat(whole.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(spoiled, async ([end, at, byte]) => {
        await readWhole(whole.slice(0, end));
        const changed = Uint8Array.from(whole);
        changed[at] = byte;
        await readWhole(changed);
      }),
      { numRuns: 40 },
    );
  });
});

describe('dates as officials write them', () => {
  test.each([
    ['20250131', '2025-1-31'],
    ['2025. 1. 31.', '2025-1-31'],
    ['2025년 1월 31일 오후 3시 20분', '2025-1-31 15:20:00'],
    ['2025年1月31日 下午3:20', '2025-1-31 15:20:00'],
    ['二〇二五年一月三十一日', '2025-1-31'],
    ['25.1.31', '2025-1-31'],
    ['1/31/2025 12:00:00 AM', '2025-1-31 00:00:00'],
    ['31/1/2025', '2025-1-31'],
    ['31 Jan 2025', '2025-1-31'],
    ['January 31, 2025', '2025-1-31'],
    ['2025-01-31T15:20:00+09:00', '2025-1-31 15:20:00'],
    ['2025-01-31(금)', '2025-1-31'],
    ['45688', '2025-1-31'],
  ])('%s', (cell, expected) => {
    const read = readDate(cell);
    if (!read.ok) throw new Error(`${cell}: ${read.fault}`);
    const { year, month, day, time } = read.date;
    expect(`${year}-${month}-${day}${time ? ` ${time}` : ''}`).toBe(expected);
  });

  test.each(['2025-02-30', '2025년 13월 1일', '31/31/2025'])('%s does not exist', (cell) => {
    expect(readDate(cell)).toEqual({ ok: false, fault: 'date_impossible' });
  });
});

describe('a place that is probably another one is told', () => {
  test.each([
    ['126.13', '36.78', 'swapped', 36.78],
    ['36.78', '-126.13', 'sign_flipped', 36.78],
    ['0.00033040', '0.00113305', 'divided', 36.78],
    ['0', '0', 'zero_island', undefined],
    ['48.85', '2.35', 'outside_region', undefined],
    ['36°46\'48"N', '126도 7.8분', undefined, undefined],
    ['36,78', '126,13', undefined, undefined],
    ['36.78, 126.13', '', undefined, undefined],
  ])('%s / %s', async (lat, lon, reason, mended) => {
    const read = readSheet(utf8(`date\tlat\tlon\n2025-01-31\t${lat}\t${lon}`));
    if (!read.ok) throw new Error(read.fault);
    const now = new Date('2026-11-25');
    const { findings } = await judgeSheet(read.sheet, suggestMapping(read.sheet, 'en', 'a'), { now });
    expect(findings[0]?.reason).toBe(reason);
    if (mended) expect(findings[0]?.mended?.lat).toBeCloseTo(mended, 2);
  });
});
