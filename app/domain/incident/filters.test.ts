import { describe, expect, test } from 'vitest';
import { countFilters, noFilters, readFilters, readPage, readSort, spanOf, writeFilters } from './filters.ts';

describe('filters live in the URL', () => {
  test('what is written is read again', () => {
    const search =
      'kind=derelict_gear&kind=oil_tar&status=reported&compartment=seafloor&material=styrene_foam&government=taean&period=quarter&hazard=high&q=%EB%B6%80%ED%91%9C';
    const filters = readFilters(new URLSearchParams(search));
    expect(String(writeFilters(filters))).toBe(search);
    expect(countFilters(filters)).toBe(7);
  });

  test('what nobody knows is left out, and nothing breaks', () => {
    const search = new URLSearchParams(
      'kind=__proto__&kind=oil_tar&status=x&material=gold&period=ever&from=yesterday&government=../x&hazard=1&q=%20',
    );
    expect(readFilters(search)).toEqual({
      ...noFilters,
      kind: ['oil_tar'],
      government: undefined,
      period: undefined,
      from: undefined,
      to: undefined,
      q: undefined,
    });
    expect(readSort(new URLSearchParams('sort=drop'))).toBe('newest');
    expect(readPage(new URLSearchParams('page=-3'))).toBe(1);
  });

  test('a span of days begins and ends at midnight in Korea', () => {
    const span = spanOf({ ...noFilters, from: '2026-11-01', to: '2026-11-02' }, new Date());
    expect(span).toEqual({
      since: new Date('2026-10-31T15:00:00Z'),
      until: new Date('2026-11-02T15:00:00Z'),
    });
  });
});
