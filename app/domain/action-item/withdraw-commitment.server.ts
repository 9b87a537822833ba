import type { z } from 'zod';
import type { Actor } from '../actor.ts';
import { notifyGovernments } from '../notification/notify.server.ts';
import type { Result } from '../result.ts';
import type { reasonSchema } from './action-item.ts';
import { changeOwnPart } from './change-own-part.server.ts';
import { clearedStates } from './policy.ts';

/** A party takes its promise back, and says why. Without a lead or partner the item is a proposal again. */
export function withdrawCommitment(
  actor: Actor,
  { number, text, language }: z.output<typeof reasonSchema> & { number: string },
): Promise<Result<{ seq: number }>> {
  return changeOwnPart(actor, number, {
    step: 'withdraw',
    from: ['accepted'],
    data: { state: 'withdrawn', reason: text, reasonLanguage: language, answeredAt: new Date() },
    what: { type: 'commitment_withdrawn', payload: { reason: { text, language } } },
    also: async (tx, { id, commitments }, event) => {
      const own = commitments.find(({ governmentId }) => governmentId === actor.governmentId);
      if (own?.role !== 'supporter') {
        await tx.actionItem.updateMany({
          where: { id, state: { in: [...clearedStates] } },
          data: { state: 'proposed' },
        });
      }
      const others = commitments.flatMap(({ governmentId }) =>
        governmentId === actor.governmentId ? [] : [governmentId],
      );
      await notifyGovernments(tx, event, others, 'news_in_my_thread');
    },
  });
}
