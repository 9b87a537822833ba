import { demoId } from '../ids.ts';
import { demoSeats, type DemoPerson, type DemoSeatKey } from '../seats.ts';
import { day } from './calendar.ts';
import type { Rows } from './rows.ts';

/** Puts down the seats, the people and the times for which they hold them. */
export function composeSeats(rows: Rows, now: Date): void {
  const before = (days: number) => new Date(now.getTime() - days * day);
  const hold = (seatId: string, person: DemoPerson, from: Date, to: Date | null) => {
    const { accountId: id, email, name, nameLatin, language } = person;
    rows.accounts.push({ id, email, name, nameLatin, language, createdAt: from });
    rows.tenures.push({ id: demoId(`tenure/${email}`), seatId, accountId: id, from, to });
  };
  for (const { holder, heldForDays, predecessor, ...seat } of Object.values(demoSeats)) {
    rows.seats.push({ ...seat, createdAt: before(640) });
    if (predecessor) hold(seat.id, predecessor, before(predecessor.heldForDays), before(heldForDays));
    hold(seat.id, holder, before(heldForDays), null);
  }
}

/** Who acted in this seat then: the work of a predecessor stays theirs. */
export function actorAt(key: DemoSeatKey, at: Date, now: Date) {
  const { id, governmentId, role, holder, heldForDays, predecessor } = demoSeats[key];
  const isPredecessor = predecessor !== null && at.getTime() < now.getTime() - heldForDays * day;
  const { accountId, name, nameLatin, language } = isPredecessor ? predecessor : holder;
  return { accountId, seatId: id, governmentId, role, name, nameLatin, language };
}
