import { z } from 'zod';
import { db } from '#app/db/client.server.ts';
import type { Actor } from '../actor.ts';
import { done, refuse, type Result } from '../result.ts';
import { chooseSeatInput } from './account.ts';
import { mayKeepMembers } from './policy.ts';

export const nameTranslatorInput = chooseSeatInput.extend({ translator: z.stringbool() });

/** The secretariat says whether whoever holds a seat verifies translations. */
export async function nameTranslator(
  actor: Actor,
  { seatId: id, translator }: z.output<typeof nameTranslatorInput>,
): Promise<Result<{ governmentId: string }>> {
  if (!mayKeepMembers(actor)) return refuse('not_allowed');
  const seat = await db().seat.findUnique({ where: { id }, select: { governmentId: true, closedAt: true } });
  if (!seat) return refuse('not_found');
  if (seat.closedAt) return refuse('already_changed');
  await db().seat.update({ where: { id }, data: { translator }, select: { id: true } });
  return done({ governmentId: seat.governmentId });
}
