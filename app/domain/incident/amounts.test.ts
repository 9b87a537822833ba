import { describe, expect, test } from 'vitest';
import { forDisplay, massInKg, totalMass } from './amounts.ts';

describe('amounts are converted only where the conversion is exact', () => {
  test('a tonne is a thousand kilograms', () => {
    expect(massInKg({ value: 1.5, unit: 't' })).toBe(1500);
  });

  test.each([
    'items',
    'm3',
    'sacks',
    'items_per_100m',
    'kg_per_100m',
    'items_per_km2',
    'kg_per_km2',
  ] as const)('%s have no mass of their own', (unit) => {
    expect(massInKg({ value: 3, unit })).toBeNull();
    expect(forDisplay({ value: 3, unit })).toEqual({ value: 3, unit });
  });

  test('from a tonne on it reads in tonnes, below in kilograms', () => {
    expect(forDisplay({ value: 2340, unit: 'kg' })).toEqual({ value: 2.34, unit: 't' });
    expect(forDisplay({ value: 0.4, unit: 't' })).toEqual({ value: 400, unit: 'kg' });
  });

  test('masses are added up when there are several, and nothing else is', () => {
    expect(
      totalMass([
        { value: 85, unit: 'kg' },
        { value: 340, unit: 'items' },
      ]),
    ).toBeNull();
    expect(
      totalMass([
        { value: 85, unit: 'kg' },
        { value: 1.2, unit: 't' },
        { value: 12, unit: 'sacks' },
      ]),
    ).toEqual({ value: 1.285, unit: 't' });
  });
});
