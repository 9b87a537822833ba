import { db } from '#app/db/client.server.ts';
import type { Actor } from '../actor.ts';
import { governmentSelect, type NamedGovernment } from '../government/government.ts';
import { visibleTo } from '../thread/policy.ts';
import { type Change, changesSchema } from './correction.ts';

export type FoundCorrection = { id: string; at: Date; government: NamedGovernment; changes: Change[] };

/** What was put right in an incident, the newest first; nothing where it is absent or not for this actor. */
export async function findCorrections(actor: Actor, number: string): Promise<FoundCorrection[]> {
  const rows = await db().correction.findMany({
    where: { incident: { number, thread: visibleTo(actor) } },
    select: { id: true, at: true, changes: true, government: { select: governmentSelect } },
    orderBy: { version: 'desc' },
  });
  return rows.map((row) => ({ ...row, changes: changesSchema.parse(row.changes) }));
}
