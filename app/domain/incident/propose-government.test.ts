import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { proposeGovernment } from './propose-government.ts';

const governments = readList();

describe('the responsible government is proposed from the place', () => {
  test.each([
    ['Mallipo beach', 36.787, 126.142, 'taean'],
    ['the rocks south of Mallipo', 36.776, 126.134, 'taean'],
    ['the outer Gyeongnyeolbi islands', 36.62, 125.56, 'taean'],
    ['Daecheon beach', 36.305, 126.512, 'boryeong'],
    ['Baengnyeong island, far from its town hall', 37.95, 124.7, 'ongjin'],
    ['Incheon airport, whose district has no seat on the list', 37.46, 126.42, 'yeongjong'],
    ['Heuksan island', 34.68, 125.42, 'shinan'],
    ['the port of Pyeongtaek', 36.97, 126.83, 'pyeongtaek'],
    ['the north shore of Jeju', 33.51, 126.5, 'jeju-city'],
    ['the eastern cape of Shandong', 37.39, 122.69, 'weihai'],
    ['Changdao', 37.93, 120.72, 'yantai'],
    ['the bay of Jiaozhou', 36.1, 120.25, 'qingdao'],
    ['the mouth of the Yalu', 39.85, 124.2, 'dandong'],
    ['Lüshun', 38.8, 121.2, 'dalian'],
    ['the mud flats of Yancheng', 33.3, 120.9, 'yancheng'],
    ['Tianjin, which has no city below it', 38.97, 117.77, 'tianjin'],
    ['the mouth of the Yangtze', 31.3, 121.9, 'shanghai'],
  ])('%s', (_place, lat, lon, id) => {
    expect(proposeGovernment(governments, { lat, lon })?.id).toBe(id);
  });

  test('a province with cities of its own is never proposed', () => {
    const proposed = proposeGovernment(governments, { lat: 36.66, lon: 126.67 });
    expect(proposed?.level).not.toBe('province');
  });

  test('nobody is proposed when nobody is there', () => {
    expect(proposeGovernment([], { lat: 36, lon: 126 })).toBeUndefined();
  });
});

function readList() {
  const [head = '', ...lines] = fs.readFileSync('prisma/lists/governments.tsv', 'utf8').trimEnd().split('\n');
  const columns = head.split('\t');
  return lines
    .map((line) => {
      const cells = line.split('\t');
      const cell = (name: string) => cells[columns.indexOf(name)] ?? '';
      return {
        id: cell('slug'),
        country: cell('country') === 'KR' ? ('KR' as const) : ('CN' as const),
        level:
          cell('level') === 'province'
            ? ('province' as const)
            : cell('level') === 'city'
              ? ('city' as const)
              : ('county' as const),
        parentId: cell('parent') || null,
        lat: cell('lat') ? Number(cell('lat')) : null,
        lon: cell('lon') ? Number(cell('lon')) : null,
        validTo: cell('valid_to'),
      };
    })
    .filter(({ validTo }) => validTo === '');
}
