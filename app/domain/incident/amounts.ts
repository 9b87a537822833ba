import type { AmountUnit } from '#prisma/generated/enums.ts';

export type Quantity = { value: number; unit: AmountUnit };

/** Kilograms where the unit is a mass; null where a conversion would be a guess (sacks, m³, items, densities). */
export function massInKg({ value, unit }: Quantity): number | null {
  if (unit === 'kg') return value;
  return unit === 't' ? value * 1000 : null;
}

/** The same quantity in the unit that reads best: from a tonne on in tonnes, below it in kilograms. Exact only. */
export function forDisplay({ value, unit }: Quantity): Quantity {
  const kg = massInKg({ value, unit });
  if (kg === null) return { value, unit };
  return kg >= 1000 ? { value: kg / 1000, unit: 't' } : { value: kg, unit: 'kg' };
}

/** All masses together, when there are at least two to add up; what is not a mass stays out. */
export function totalMass(amounts: readonly Quantity[]): Quantity | null {
  const masses = amounts.flatMap((amount) => massInKg(amount) ?? []);
  if (masses.length < 2) return null;
  return forDisplay({ value: masses.reduce((sum, kg) => sum + kg, 0), unit: 'kg' });
}
