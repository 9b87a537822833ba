import { db } from '#app/db/client.server.ts';
import type { Actor } from '../actor.ts';
import { governmentSelect, inBeing, type NamedGovernment } from './government.ts';

const listOrder = [{ country: 'asc' }, { level: 'asc' }, { nameEn: 'asc' }] as const;

/** The governments in being today: Korea first, provinces before cities before counties. */
export async function findGovernments(now = new Date()): Promise<NamedGovernment[]> {
  return db().government.findMany({ where: inBeing(now), orderBy: [...listOrder], select: governmentSelect });
}

/** The governments in being today with the place of their seat, where it is known. */
export async function findGovernmentsWithPlace(now = new Date()) {
  return db().government.findMany({
    where: inBeing(now),
    orderBy: { id: 'asc' },
    select: { ...governmentSelect, lat: true, lon: true },
  });
}

/** These governments, in being or not. */
export async function findGovernmentsById(ids: readonly string[]): Promise<NamedGovernment[]> {
  return db().government.findMany({ where: { id: { in: [...ids] } }, select: governmentSelect });
}

/** The government and the seat in which the actor acts. */
export async function readOwnGovernment(actor: Actor) {
  const { government, ...seatTitle } = await db().seat.findUniqueOrThrow({
    where: { id: actor.seatId },
    select: { titleKo: true, titleZh: true, titleEn: true, government: { select: governmentSelect } },
  });
  return { government, seatTitle };
}
