import { db } from '#app/db/client.server.ts';
import type { Actor } from '../actor.ts';
import { governmentSelect, type NamedGovernment } from '../government/government.ts';
import { visibleTo } from '../thread/policy.ts';
import { isOverdue, wasOnTime } from './action-item.ts';
import { presentSteps } from './clearance.ts';
import { isWaitingForClearance } from './policy.ts';

/** How the items of one government stand; every number but `onTime` is a list of the board under the same name. */
export type GovernmentPromises = {
  government: NamedGovernment;
  done: number;
  /** Of those that are done: confirmed before the due date was over, or without one. */
  onTime: number;
  late: number;
  clearance: number;
  toConfirm: number;
  dropped: number;
};

/** The items of every government that is a party, as far as the reader may see them; most items first. */
export async function countPromises(reader: Actor, now: Date): Promise<GovernmentPromises[]> {
  const items = await db().actionItem.findMany({
    where: { thread: visibleTo(reader) },
    select: {
      state: true,
      dueOn: true,
      confirmedAt: true,
      commitments: {
        select: {
          role: true,
          state: true,
          government: { select: governmentSelect },
          steps: { ...presentSteps, select: { state: true, askedOn: true } },
        },
      },
    },
  });
  const rows = new Map<string, GovernmentPromises & { items: number }>();
  for (const item of items) {
    const { state } = item;
    const isDone = state === 'done';
    const isOnTime = isDone && wasOnTime(item);
    for (const { government } of item.commitments) {
      const row = rows.get(government.id) ?? {
        ...{ government, items: 0, done: 0, onTime: 0, late: 0, clearance: 0, toConfirm: 0, dropped: 0 },
      };
      rows.set(government.id, {
        government,
        items: row.items + 1,
        done: row.done + Number(isDone),
        onTime: row.onTime + Number(isOnTime),
        late: row.late + Number(isOverdue(item, now)),
        clearance: row.clearance + Number(isWaitingForClearance(item)),
        toConfirm: row.toConfirm + Number(state === 'awaiting_confirmation'),
        dropped: row.dropped + Number(state === 'dropped'),
      });
    }
  }
  return [...rows.values()]
    .sort((a, b) => b.items - a.items || a.government.id.localeCompare(b.government.id))
    .map(({ items: _items, ...row }) => row);
}
