import { expect, test } from 'vitest';
import { seriesOf } from './series.ts';

const day = (number: number) => new Date(Date.UTC(2026, 10, number));
let last = 0;
const seen = (
  number: number,
  ...amounts: [number, 'kg' | 't' | 'items' | 'sacks', ('measured' | 'estimated')?][]
) => ({
  id: `seen-${number}`,
  seenAt: day(number),
  amounts: amounts.map(([value, unit, method = 'measured']) => {
    last += 1;
    return { id: String(last), item: 'rope', value, unit, method };
  }),
});

test('the amount over time is in the unit that most sightings use, in the order of days', () => {
  const series = seriesOf([
    seen(3, [40, 'items']),
    seen(1, [70, 'items'], [5, 'sacks']),
    seen(2, [9, 'sacks']),
  ]);
  expect(series).toMatchObject({ unit: 'items', points: [{ value: 70 }, { value: 40 }] });
});

test('masses are added up and shown in tonnes once one of them is that heavy', () => {
  const series = seriesOf([seen(1, [1.5, 't'], [500, 'kg', 'estimated']), seen(2, [800, 'kg'])]);
  expect(series).toMatchObject({
    unit: 't',
    points: [
      { value: 2, estimated: true },
      { value: 0.8, estimated: false },
    ],
  });
});

test('what was counted once, or each time in another unit, is no series', () => {
  expect(seriesOf([])).toBeNull();
  expect(seriesOf([seen(1, [1, 'kg'])])).toBeNull();
  expect(seriesOf([seen(1, [1, 'kg']), seen(2, [3, 'items']), seen(3)])).toBeNull();
});
