import { db } from '#app/db/client.server.ts';
import type { z } from 'zod';
import { done, refuse, type Result } from '../result.ts';
import type { chooseSeatInput } from './account.ts';
import type { Session } from './session.ts';
import { sayThatSessionsEnded } from './sessions-ended.server.ts';

/** From now on the session acts in this seat; its sockets start anew. */
export async function chooseSeat(
  session: Session,
  { seatId }: z.output<typeof chooseSeatInput>,
): Promise<Result<{ seatId: string }>> {
  if (!session.seats.some((seat) => seat.seatId === seatId)) return refuse('not_allowed');
  await db().session.updateMany({ where: { id: session.id }, data: { seatId } });
  if (session.actor && session.actor.seatId !== seatId) sayThatSessionsEnded([session.id]);
  return done({ seatId });
}
