import { utils, write } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { judgeSheet } from './judge-sheet.server.ts';
import { readSheet } from './read-sheet.server.ts';
import { suggestMapping } from './suggest-mapping.ts';

const now = new Date('2026-11-25T00:00:00Z');
const utf8 = (text: string) => new TextEncoder().encode(text);

/** What becomes of a sheet that nobody has explained: incidents, and line and reason of what is asked or left out. */
async function read(bytes: Uint8Array, language: 'ko' | 'zh' | 'en') {
  const found = readSheet(bytes);
  if (!found.ok) throw new Error(found.fault);
  const mapping = suggestMapping(found.sheet, language, 'sheet.csv');
  const { incidents, findings } = await judgeSheet(found.sheet, mapping, { now });
  return { incidents, findings: findings.map(({ line, reason }) => `${line} ${reason}`) };
}

function workbook(
  sheets: Record<string, unknown[][]>,
  merges: Record<string, { s: { r: number; c: number }; e: { r: number; c: number } }[]> = {},
): Uint8Array {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = utils.aoa_to_sheet(rows);
    if (merges[name]) sheet['!merges'] = merges[name];
    utils.book_append_sheet(book, sheet, name);
  }
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }));
}

describe('a Korean sheet', () => {
  test('with titles above the heads, an empty column, units in the cells and a sum at the end', async () => {
    const { incidents, findings } = await read(
      utf8(
        [
          '2026년 상반기 해안쓰레기 수거 실적,,,,,,',
          '작성: 해양수산과,,,,,,',
          ',,,,,,',
          '연번,수거일자,해변명,위도,경도,,수거량',
          '1,2026년 3월 5일,만리포,36.786,126.143,,약 1.2톤',
          '2,2026. 3. 6.,천리포,36도 48분 10초,126도 8분 30초,,35자루',
          '3,46087,의항,36°50.4′,126°11.2′,,300kg',
          '합계,,,,,,3건',
        ].join('\n'),
      ),
      'ko',
    );
    expect(incidents.map(({ amounts }) => amounts.map(({ value, unit }) => [value, unit]))).toEqual([
      [[1.2, 't']],
      [[35, 'sacks']],
      [[300, 'kg']],
    ]);
    expect(incidents.map(({ seenAt }) => seenAt.toISOString().slice(0, 10))).toEqual([
      '2026-03-05',
      '2026-03-06',
      '2026-03-06',
    ]);
    expect(incidents[1]?.lat).toBeCloseTo(36.8028, 3);
    expect(incidents[2]?.lon).toBeCloseTo(126.1867, 3);
    expect(findings.every((one) => one.startsWith('8 '))).toBe(true);
    expect(findings.length).toBeGreaterThan(0);
  });

  test('as a workbook whose first page is empty, with merged titles and real dates', async () => {
    const rows = [
      ['해양쓰레기 조사표', null, null, null, null],
      ['조사일', '위치', '좌표', '품목', '수량'],
      [new Date(Date.UTC(2026, 2, 5)), '만리포', '36.786, 126.143', '스티로폼 부표', 12],
      [new Date(Date.UTC(2026, 2, 6)), '천리포', 'N36.803 E126.146', '폐어망', 3],
    ];
    const { incidents, findings } = await read(
      workbook({ 표지: [], 조사표: rows }, { 조사표: [{ s: { r: 0, c: 0 }, e: { r: 0, c: 4 } }] }),
      'ko',
    );
    expect(incidents.map(({ amounts }) => amounts[0]?.item)).toEqual(['foam_buoy', 'fishing_net']);
    expect(findings).toEqual([]);
  });
});

describe('a Chinese sheet', () => {
  test('with full-width letters, two coordinates in one cell, and units in the heads', async () => {
    const { incidents, findings } = await read(
      utf8(
        [
          '序号,调查日期,监测点,经纬度,垃圾种类,重量（吨）',
          '1,2025年3月5日,石老人海水浴场,北纬36.0915° 东经120.4680°,泡沫浮球,0.8',
          '2,二〇二五年三月六日,第一海水浴场,"36°03′24″N，120°20′24″E",渔网,１.５',
          '3,2025/3/7,金沙滩,"120.2600,35.9700",塑料袋,约2',
        ].join('\n'),
      ),
      'zh',
    );
    expect(incidents.map(({ amounts }) => amounts.map(({ value, unit }) => [value, unit]))).toEqual([
      [[0.8, 't']],
      [[1.5, 't']],
    ]);
    expect(incidents.map(({ lat }) => Math.round(lat * 10) / 10)).toEqual([36.1, 36.1]);
    // Longitude first, as Chinese maps say it: asked about, not guessed.
    expect(findings).toEqual(['4 swapped']);
  });

  test('as a wide table: one column an item, the day of the week beside the date', async () => {
    const { incidents, findings } = await read(
      utf8(
        '日期,纬度,经度,地点,泡沫浮球,渔网,塑料瓶\n2025-03-05（三）,36.06,120.38,青岛,12,0,3\n2025-03-06,36.07,120.39,青岛,,2,\n',
      ),
      'zh',
    );
    expect(incidents.map(({ amounts }) => amounts.map(({ item, value }) => [item, value]))).toEqual([
      [
        ['foam_buoy', 12],
        ['pet_bottle', 3],
      ],
      [['fishing_net', 2]],
    ]);
    expect(findings).toEqual([]);
  });
});

describe('an English sheet', () => {
  test('with semicolons, decimal commas, and dates that nothing tells apart', async () => {
    const { incidents, findings } = await read(
      utf8(
        'Survey Date;Beach name;Latitude;Longitude;Total (kg)\n3/5/2025;North Bay;36,786;126,143;12,5\n4/6/2025;South Bay;36,701;126,155;1.234,5\n',
      ),
      'en',
    );
    expect(incidents.map(({ amounts }) => amounts[0])).toMatchObject([
      { value: 12.5, unit: 'kg' },
      { value: 1234.5, unit: 'kg' },
    ]);
    expect(findings).toEqual(['2 date_ambiguous', '3 date_ambiguous']);
  });

  test('with day, month and year in words, a name with a comma, and a place at sea beyond the region', async () => {
    const { incidents, findings } = await read(
      utf8(
        'Record ID,Date,Location,Lat,Long,Pieces\nA1,05-Mar-25,"Mallipo, north",36.786,126.143,12\nA2,6th March 2025,Mallipo,36.787,126.144,3\nA3,07-Mar-25,Hawaii,21.3,-157.8,4\nA1,08-Mar-25,Mallipo,36.79,126.14,5\n',
      ),
      'en',
    );
    expect(incidents.map(({ id }) => id)).toEqual(['A1', 'A2']);
    expect(findings).toEqual(['4 outside_region', '5 id_reused']);
  });
});
