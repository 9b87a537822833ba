import { z } from 'zod';

/** "2026-Q3", a quarter of the calendar year. */
export const quarterSchema = z.string().regex(/^20\d\d-Q[1-4]$/);

/** The quarter of an all-day date (midnight UTC). */
export function quarterOf(day: Date): string {
  return nameOf(indexOf(day));
}

/** The quarter's first day and the first after it, midnight UTC. */
export function daysOfQuarter(quarter: string): { from: Date; until: Date } {
  const index = Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(6)) - 1;
  const start = (at: number) => new Date(Date.UTC(Math.floor(at / 4), (at % 4) * 3, 1));
  return { from: start(index), until: start(index + 1) };
}

/** So many quarters, the oldest first and that of `day` the last. */
export function lastQuarters(day: Date, many: number): string[] {
  return Array.from({ length: many }, (_, at) => nameOf(indexOf(day) - many + 1 + at));
}

function indexOf(day: Date): number {
  return day.getUTCFullYear() * 4 + Math.floor(day.getUTCMonth() / 3);
}

function nameOf(index: number): string {
  return `${Math.floor(index / 4)}-Q${(index % 4) + 1}`;
}
