import { describe, expect, it } from 'vitest';
import { daysOfMonth, monthsBetween, readBox, toCsv, writeBox } from './summary.ts';

describe('the months of a summary', () => {
  it('have their own last day, in leap years too', () => {
    expect(daysOfMonth('2026-11')).toEqual({ from: '2026-11-01', to: '2026-11-30' });
    expect(daysOfMonth('2024-02')).toEqual({ from: '2024-02-01', to: '2024-02-29' });
    expect(daysOfMonth('2025-12').to).toBe('2025-12-31');
  });

  it('leave no gap over a new year', () => {
    expect(monthsBetween('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
    expect(monthsBetween('2026-01', '2026-01')).toEqual(['2026-01']);
  });
});

it('a table for a spreadsheet says its encoding and quotes what would break a row', () => {
  expect(
    toCsv([
      ['Dumping, vessels', 3],
      ['a "b"', 0.5],
    ]),
  ).toBe('\uFEFF"Dumping, vessels",3\r\n"a ""b""",0.5\r\n');
});

it('a part of the chart is read as it is written, and nonsense is no part at all', () => {
  const box = { west: 124.5, south: 35, east: 127.12346, north: 37.2 };
  expect(readBox(new URLSearchParams({ box: writeBox(box) }))).toEqual(box);
  for (const text of ['', '1,2,3', '127,35,124,37', '124,37,127,35', 'a,b,c,d', '1e3,0,2,2', '1;2,0,2,2'])
    expect(readBox(new URLSearchParams({ box: text }))).toBeUndefined();
});
