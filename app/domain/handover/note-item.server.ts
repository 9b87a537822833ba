import { db } from '#app/db/client.server.ts';
import { commit } from '#app/db/commit.server.ts';
import type { z } from 'zod';
import type { Actor } from '../actor.ts';
import { done, refuse, type Result } from '../result.ts';
import { handoverSelect, type noteInput } from './handover.ts';
import { mayReadHandover, mayWriteNotes } from './policy.ts';

type Item = { handoverId: string; threadId: string };

/** Who leaves says what the next one must know about a piece of work. It stays in the house and is no post. */
export async function noteItem(
  actor: Actor,
  { handoverId, threadId, text, language }: Item & z.output<typeof noteInput>,
): Promise<Result<Item>> {
  const handover = await db().handover.findUnique({ where: { id: handoverId }, select: handoverSelect });
  if (!handover || !mayReadHandover(actor, handover)) return refuse('not_found');
  if (!mayWriteNotes(actor, handover)) return refuse('not_allowed');
  return commit(async (tx): Promise<Result<Item>> => {
    const { count } = await tx.handoverItem.updateMany({
      where: { handoverId, threadId },
      data: { note: text || null, noteLanguage: text ? language : null },
    });
    return count === 0 ? refuse('not_found') : done({ handoverId, threadId });
  });
}
