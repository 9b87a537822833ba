import type { Prisma } from '#prisma/generated/client.ts';
import { noRows, type Rows } from './compose/rows.ts';
import { composeSeats } from './compose/seat-rows.ts';

/** Puts only the seats and the people of the demo world into the database, for tests that bring their own threads. */
export async function fillSeats(tx: Prisma.TransactionClient, now: Date): Promise<void> {
  const rows = noRows();
  composeSeats(rows, now);
  await insertSeats(tx, rows);
}

/** Seats, then people, then who holds what. */
export async function insertSeats(tx: Prisma.TransactionClient, rows: Rows): Promise<void> {
  await tx.seat.createMany({ data: rows.seats });
  await tx.account.createMany({ data: rows.accounts });
  await tx.tenure.createMany({ data: rows.tenures });
}
