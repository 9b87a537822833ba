import { db, type Tx } from '#app/db/client.server.ts';
import { oneAtATime } from '#app/db/commit.server.ts';
import type { Engines } from './engine/configured-engines.server.ts';

/** "2026-11", of the universal time that all governments share. */
function monthOf(now: Date): string {
  return now.toISOString().slice(0, 7);
}

/** When the next month's characters can be had. */
export function nextMonth(now: Date): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1));
}

/**
 * Puts characters down before they are sent, so that the limits hold whatever happens afterwards.
 * @returns false, and nothing put down, when a limit of the month would be passed
 */
export async function reserve(
  tx: Tx,
  {
    governmentId,
    characters,
    cap,
    now,
  }: { governmentId: string; characters: number; cap: Engines['cap']; now: Date },
): Promise<boolean> {
  const month = monthOf(now);
  await oneAtATime(tx, `engine-spend:${month}`);
  const { _sum } = await tx.engineSpend.aggregate({ where: { month }, _sum: { characters: true } });
  const own = await tx.engineSpend.findUnique({
    where: { month_governmentId: { month, governmentId } },
    select: { characters: true },
  });
  const passes = (spent: number, limit: number | undefined) =>
    limit !== undefined && spent + characters > limit;
  if (passes(_sum.characters ?? 0, cap.all) || passes(own?.characters ?? 0, cap.government)) return false;
  await tx.engineSpend.upsert({
    where: { month_governmentId: { month, governmentId } },
    create: { month, governmentId, characters },
    update: { characters: { increment: characters } },
    select: { month: true },
  });
  return true;
}

/** Nothing was translated after all. */
export async function release(spent: { governmentId: string; characters: number; now: Date }): Promise<void> {
  const { governmentId, characters, now } = spent;
  await db().engineSpend.updateMany({
    where: { month: monthOf(now), governmentId },
    data: { characters: { decrement: characters } },
  });
}
