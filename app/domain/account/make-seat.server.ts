import { v7 as uuid } from 'uuid';
import { db } from '#app/db/client.server.ts';
import type { z } from 'zod';
import type { Actor } from '../actor.ts';
import { inBeing } from '../government/government.ts';
import { done, refuse, type Result } from '../result.ts';
import type { makeSeatInput } from './account.ts';
import { mayKeepMembers } from './policy.ts';

/** The secretariat gives a government a seat; nobody holds it yet. */
export async function makeSeat(
  actor: Actor,
  input: z.output<typeof makeSeatInput>,
): Promise<Result<{ seatId: string }>> {
  if (!mayKeepMembers(actor)) return refuse('not_allowed');
  const where = { id: input.governmentId, ...inBeing(new Date()) };
  if (!(await db().government.findFirst({ where, select: { id: true } }))) return refuse('not_found');
  const { id } = await db().seat.create({ data: { id: uuid(), ...input }, select: { id: true } });
  return done({ seatId: id });
}
