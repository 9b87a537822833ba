import type { Actor } from '../actor.ts';
import type { Result } from '../result.ts';
import { changeOwnPart } from './change-own-part.server.ts';

/** A party says that its own part is done; the whole is still claimed by the lead and confirmed by another. */
export function fulfilCommitment(
  actor: Actor,
  { number }: { number: string },
): Promise<Result<{ seq: number }>> {
  return changeOwnPart(actor, number, {
    step: 'fulfil',
    from: ['accepted', 'not_fulfilled'],
    data: { state: 'fulfilled', reason: null, reasonLanguage: null },
    what: { type: 'commitment_fulfilled', payload: {} },
  });
}
