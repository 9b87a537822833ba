import { beforeAll, expect, test } from 'vitest';
import { db } from '#app/db/client.server.ts';
import { Role } from '#prisma/generated/enums.ts';
import { anActor } from '#tests/factories.ts';
import { createTestDatabase } from '#tests/world.ts';
import type { Actor } from '../actor.ts';
import { findSeats } from './find-seats.server.ts';
import { findSession } from './find-session.server.ts';
import { maySeeLastSeen } from './policy.ts';
import { startSession } from './start-session.server.ts';

createTestDatabase();

let taean: Actor;
let token: string;
beforeAll(async () => {
  taean = await anActor();
  ({ token } = await startSession(taean.accountId, taean.seatId));
});

/** What a reader is told of when the officer of Taean was last there. */
async function told(reader: Actor) {
  const seats = await findSeats(reader, 'taean');
  return seats.find(({ id }) => id === taean.seatId)?.tenures[0]?.lastSeenAt ?? null;
}

/** The present minute: a session that was begun now has not ended, whatever day it is. */
const minute = Math.floor(Date.now() / 60_000) * 60_000;
const noon = new Date(minute + 42_500);
const minutesLater = (count: number) => new Date(minute + count * 60_000).toISOString();

test('is kept to the minute and once a minute', async () => {
  const at = async (later: number) => {
    await findSession(token, new Date(noon.getTime() + later * 1000));
    return (await told(taean))?.toISOString();
  };
  expect([await at(0), await at(17), await at(18), await at(200)]).toEqual([
    minutesLater(0),
    minutesLater(0),
    minutesLater(1),
    minutesLater(4),
  ]);
});

test.each(
  ['taean', 'seosan', 'weihai', 'qingdao'].flatMap((government) =>
    Object.values(Role).map((role) => [government, role] as const),
  ),
)('is told within the own government and to nobody else: %s %s', async (government, role) => {
  await findSession(token, noon);
  const reader = await anActor({ government, role });
  expect((await told(reader)) !== null).toBe(government === 'taean');
  const everything = JSON.stringify(await findSeats(reader, 'taean'));
  const kept = await db().tenure.findFirstOrThrow({ where: { seatId: taean.seatId } });
  expect(everything.includes(kept.lastSeenAt?.toISOString() ?? 'never')).toBe(government === 'taean');
  // Who has left the seat is of the government no more.
  const formerly = { from: new Date(0), to: noon };
  expect(await told({ ...reader, formerly })).toBe(null);
});

test('is nothing for guests', () => {
  expect(maySeeLastSeen(null, 'taean')).toBe(false);
});

test('of who holds two seats it is that of the seat they acted in, and of who has left it stays', async () => {
  const other = await anActor({ government: 'seosan', role: 'head' });
  const { id: tenureId } = await db().tenure.findFirstOrThrow({ where: { seatId: other.seatId } });
  const second = await startSession(other.accountId, other.seatId);
  await findSession(second.token, noon);
  await db().tenure.update({ where: { id: tenureId }, data: { to: new Date(noon.getTime() + 60_000) } });
  await findSession(second.token, new Date(noon.getTime() + 600_000));
  const kept = await db().tenure.findUniqueOrThrow({ where: { id: tenureId } });
  expect(kept.lastSeenAt?.toISOString()).toBe(minutesLater(0));
});
