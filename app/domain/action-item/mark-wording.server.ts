import { v7 as uuid } from 'uuid';
import { commit, oneAtATime } from '#app/db/commit.server.ts';
import type { Actor } from '../actor.ts';
import { follow, notifyFollowers } from '../notification/notify.server.ts';
import { done, refuse, type Result } from '../result.ts';
import type { MarkWordingInput } from './action-item.ts';
import { findActionItem } from './find-action-item.server.ts';
import { hashWording } from './hash-wording.server.ts';
import { mayMarkWording } from './policy.ts';
import { hasVersion, ownLanguage } from './versions.ts';

/**
 * A party says that the version in its own language, beside those of the others as it saw them, is the agreed wording. The
 * same words are marked once; other words end the mark (`keepToWording`).
 */
export async function markWording(
  actor: Actor,
  input: MarkWordingInput & { number: string },
): Promise<Result<{ seq: number }>> {
  const item = await findActionItem(actor, input.number);
  if (!item) return refuse('not_found');
  if (!mayMarkWording(actor, item)) return refuse('not_allowed');
  const own = item.commitments.find(({ governmentId }) => governmentId === actor.governmentId);
  if (!own) return refuse('not_allowed');
  const language = ownLanguage[own.government.country];
  if (!hasVersion(item, language)) return refuse('own_version_missing');

  return commit(async (tx, announce) => {
    await oneAtATime(tx, `action-item:${item.id}`);
    const wordingHash = await hashWording(item.id, tx);
    if (wordingHash !== input.wordingHash) return refuse('already_changed');
    const present = await tx.wordingMark.count({ where: { commitmentId: own.id, endedAt: null } });
    if (present > 0) return refuse('already_changed');
    const { accountId, seatId } = actor;
    const { revision, threadId } = item;
    await tx.wordingMark.create({
      data: { id: uuid(), commitmentId: own.id, language, revision, wordingHash, seatId, accountId },
      select: { id: true },
    });
    await follow(tx, threadId, seatId);
    const payload = { language, revision, wordingHash };
    const event = await announce({ threadId, type: 'wording_marked', payload, actor });
    await notifyFollowers(tx, event);
    return done({ seq: event.seq });
  });
}
