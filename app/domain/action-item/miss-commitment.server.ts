import type { z } from 'zod';
import type { Actor } from '../actor.ts';
import type { Result } from '../result.ts';
import type { reasonSchema } from './action-item.ts';
import { changeOwnPart } from './change-own-part.server.ts';

/** A party says that it could not keep its own part, and why. */
export function missCommitment(
  actor: Actor,
  { number, text, language }: z.output<typeof reasonSchema> & { number: string },
): Promise<Result<{ seq: number }>> {
  return changeOwnPart(actor, number, {
    step: 'miss',
    from: ['accepted', 'fulfilled'],
    data: { state: 'not_fulfilled', reason: text, reasonLanguage: language },
    what: { type: 'commitment_not_fulfilled', payload: { reason: { text, language } } },
  });
}
