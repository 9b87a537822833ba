import { commit, oneAtATime } from '#app/db/commit.server.ts';
import type { Actor } from '../actor.ts';
import { done, refuse, type Result } from '../result.ts';
import { findSource } from './find-source.server.ts';
import { mayVerify } from './policy.ts';
import type { VerificationInput } from './translation.ts';

/**
 * A person's translation says what its source says: the secretariat or a named translator stands for it, for exactly the
 * version that they saw of a translation of the present revision.
 */
export async function verifyTranslation(
  actor: Actor,
  { seen, ...input }: VerificationInput,
): Promise<Result<{ seq: number }>> {
  const source = await findSource(actor, input);
  if (!source) return refuse('not_found');
  if (!mayVerify(actor)) return refuse('not_allowed');
  if (source.revision !== input.revision) return refuse('already_changed');
  const { subject, subjectId, field, language } = input;

  return commit(async (tx, announce) => {
    await oneAtATime(tx, `translation:${subject}:${subjectId}:${field}:${language}`);
    const { count } = await tx.translation.updateMany({
      where: { ...input, kind: 'human', version: seen, verifiedAt: null },
      data: {
        verifiedAt: new Date(),
        verifiedByAccountId: actor.accountId,
        verifiedBySeatId: actor.seatId,
      },
    });
    if (count === 0) return refuse('already_changed');
    const { seq } = await announce({
      threadId: source.thread.id,
      type: 'translation_verified',
      payload: { ...input, kind: 'human' },
      actor,
      ...(source.onlyGovernmentId ? { onlyGovernmentId: source.onlyGovernmentId } : {}),
    });
    return done({ seq });
  });
}
