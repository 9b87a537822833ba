import { describe, expect, test } from 'vitest';
import { compareFigures } from './figures.ts';

describe('numbers, dates, coordinates and units of a text and its translation', () => {
  test.each([
    ['부표 340개, 약 1.2톤을 수거했습니다.', '回收浮球 340 个，约 1.2 吨。'],
    ['3만 개, 5천 명', '30,000 items, 5 thousand people'],
    ['11월 20일 오후 2시 30분까지', '11 月 20 日下午 2 点 30 分之前'],
    ['2026년 11월 20일 14:30', '20 November 2026, 2:30 pm'],
    ['截至2026-11-20', 'by Nov 20, 2026'],
    ['북위 36.7866도, 동경 126.1435도', '36°47\'11.8"N, 126°08\'36.6"E'],
    ['길이 300 m, 폭 12미터', '长 300 米，宽 12 m'],
    ['2.5센티미터, 3 mm', '2.5 厘米，3 毫米'],
    ['어선 두 척이 갔습니다.', 'We sent 2 boats.'],
    ['1,250kg (약 60%)', '1250 公斤（约 60％）'],
    ['연락처: 041-670-2000, https://example.org/2026', '联系方式：041-670-2000，https://example.org/2026'],
  ])('%s = %s', (source, translation) => {
    expect(compareFigures(source, translation)).toEqual([]);
  });

  test.each([
    ['부표 340개', '浮球 34 个', [{ kind: 'number', missing: ['340'], added: ['34'] }]],
    ['1.2 t', '1.2 kg', [{ kind: 'unit', missing: ['t'], added: ['kg'] }]],
    ['11월 20일까지', '12 月 20 日之前', [{ kind: 'date', missing: ['11-20'], added: ['12-20'] }]],
    ['36.7866°N', '36.7866°S', [{ kind: 'coordinates', missing: ['36.7866° N'], added: ['36.7866° S'] }]],
    ['오전 9시', '下午 9 点', [{ kind: 'time', missing: ['09:00'], added: ['21:00'] }]],
    ['3만 개', '3 个', [{ kind: 'number', missing: ['30000'], added: ['3'] }]],
    ['부표 60개', '浮球若干', [{ kind: 'number', missing: ['60'], added: [] }]],
  ])('%s is not %s', (source, translation, differences) => {
    expect(compareFigures(source, translation)).toEqual(differences);
  });
});
