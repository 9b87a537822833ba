import { db } from '#app/db/client.server.ts';
import type { Actor } from '../actor.ts';
import { visibleTo } from '../thread/policy.ts';
import { isOverdue, wasOnTime } from './action-item.ts';
import { presentSteps } from './clearance.ts';
import { isWaitingForClearance } from './policy.ts';
import { daysOfQuarter, lastQuarters, quarterOf } from './quarter.ts';

/** The items of a government that were or are due in one quarter. `done` to `open` add up to all of them. */
export type QuarterOfPromises = {
  quarter: string;
  done: number;
  /** Of those that are done: confirmed before the due date was over. */
  onTime: number;
  late: number;
  clearance: number;
  dropped: number;
  /** Not yet late: proposed, agreed, underway or to be confirmed. */
  open: number;
};

/** Two years show whether it is getting better. */
const quartersShown = 8;

/**
 * How the items that a government is a party to stand now, by the quarter of their due date, as far as the reader may see
 * them: the last eight quarters, the present one last. Items without a due date are in none.
 */
export async function countPromiseTrend(
  reader: Actor,
  governmentId: string,
  now: Date,
): Promise<QuarterOfPromises[]> {
  const quarters = lastQuarters(now, quartersShown);
  const [first, last] = [quarters[0] ?? quarterOf(now), quarterOf(now)];
  const items = await db().actionItem.findMany({
    where: {
      thread: visibleTo(reader),
      commitments: { some: { governmentId } },
      dueOn: { gte: daysOfQuarter(first).from, lt: daysOfQuarter(last).until },
    },
    select: {
      state: true,
      dueOn: true,
      confirmedAt: true,
      commitments: {
        select: {
          role: true,
          state: true,
          steps: { ...presentSteps, select: { state: true, askedOn: true } },
        },
      },
    },
  });
  const trend = new Map(
    quarters.map((quarter) => [
      quarter,
      { quarter, done: 0, onTime: 0, late: 0, clearance: 0, dropped: 0, open: 0 },
    ]),
  );
  for (const item of items) {
    const { state, dueOn } = item;
    const row = dueOn && trend.get(quarterOf(dueOn));
    if (!row) continue;
    if (state === 'done') {
      row.done += 1;
      if (wasOnTime(item)) row.onTime += 1;
    } else if (state === 'dropped') row.dropped += 1;
    else if (isOverdue(item, now)) row.late += 1;
    else if (isWaitingForClearance(item)) row.clearance += 1;
    else row.open += 1;
  }
  return [...trend.values()];
}
