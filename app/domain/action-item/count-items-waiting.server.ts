import { db } from '#app/db/client.server.ts';
import type { Actor } from '../actor.ts';
import { waitingFor } from './policy.ts';

/** How many action items wait for this government's answer or confirmation. */
export function countItemsWaiting(actor: Actor): Promise<number> {
  return db().actionItem.count({ where: waitingFor(actor) });
}
