import { z } from 'zod';
import { type Country, Language } from '#prisma/generated/enums.ts';
import type { Reader } from '../actor.ts';
import { runningStates } from './action-item.ts';
import { day } from './clearance.ts';

const hour = 3_600_000;
const dayMs = 24 * hour;

/** Neither country has summer time. */
const zoneOffset = { KR: 9 * hour, CN: 8 * hour } as const satisfies Record<Country, number>;
/** A reminder comes when the working day begins there. */
const morning = 9;

/** Whole days to an all-day due date, by the calendar of the party's country; below zero: days late. */
export function daysUntil(dueOn: Date, country: Country, now: Date): number {
  const today = Math.floor((now.getTime() + zoneOffset[country]) / dayMs);
  return Math.floor(dueOn.getTime() / dayMs) - today;
}

/** Has the working day begun in this country? */
export function isMorningOver(country: Country, now: Date): boolean {
  return Math.floor(((now.getTime() + zoneOffset[country]) % dayMs) / hour) >= morning;
}

const before = [14, 3, 0] as const;
const week = 7;
/** A reminder that a server which stood still has missed is sent up to so many days afterwards. */
const catchUpDays = 2;

/** Which reminder is due so many days before (below zero: after) the due date: 14, 3, 0, or a week's multiple late. */
export function reminderAt(days: number): number | null {
  if (days <= -week) {
    const weeks = Math.floor(-days / week) * week;
    return -days - weeks <= catchUpDays ? -weeks : null;
  }
  return before.find((step) => days <= step && days >= step - catchUpDays) ?? null;
}

const longestSnoozeMs = 60 * dayMs;

/** Until when no reminder comes, and why. */
export const snoozeSchema = z.object({
  until: day
    .refine((until) => until.getTime() > Date.now(), 'in_the_past')
    .refine((until) => until.getTime() <= Date.now() + longestSnoozeMs, 'snooze_too_long'),
  text: z.string().trim().min(1).max(1000),
  language: z.enum(Language),
});
export type SnoozeInput = z.output<typeof snoozeSchema>;

type Case = {
  state: string;
  dueOn: Date | null;
  commitments: readonly { governmentId: string; state: string; dueOn?: Date | null }[];
};

/** Who acts for a party puts the reminders of its own running promise off. */
export function maySnooze(reader: Reader, item: Case): boolean {
  if (reader?.role !== 'officer' && reader?.role !== 'head') return false;
  const own = item.commitments.find(({ governmentId }) => governmentId === reader.governmentId);
  const due = own?.dueOn ?? item.dueOn;
  return own?.state === 'accepted' && due !== null && runningStates.some((state) => state === item.state);
}
