import type { Country } from '#prisma/generated/enums.ts';
import type { HolidayKey } from './arrangements.ts';

/** A day on which the offices of a country are closed; `works`: a weekend day on which they are open instead. */
export type Holiday = {
  country: Country;
  /** All-day, ISO 8601. */
  day: string;
  key: HolidayKey;
  /** In the place of a holiday that fell on a weekend. */
  substitute: boolean;
  works: boolean;
};
