import { commit, oneAtATime } from '#app/db/commit.server.ts';
import type { Tx } from '#app/db/client.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import type { CommitmentState } from '#prisma/generated/enums.ts';
import type { Actor } from '../actor.ts';
import type { AnnouncedEvent, EventPayload } from '../event.ts';
import { follow, notifyFollowers } from '../notification/notify.server.ts';
import { done, refuse, type Result } from '../result.ts';
import { findActionItemForStep, type ItemForStep } from './find-action-item-for-step.server.ts';
import { mayTakeStep, statesBefore } from './policy.ts';

type OwnPartStep = {
  step: 'fulfil' | 'miss' | 'withdraw';
  /** The states of the own part that it leads on from. */
  from: readonly CommitmentState[];
  data: Prisma.CommitmentUpdateManyMutationInput;
  what:
    | { type: 'commitment_fulfilled'; payload: EventPayload<'commitment_fulfilled'> }
    | { type: 'commitment_not_fulfilled'; payload: EventPayload<'commitment_not_fulfilled'> }
    | { type: 'commitment_withdrawn'; payload: EventPayload<'commitment_withdrawn'> };
  /** What else follows, before followers are told. */
  also?: (tx: Tx, item: ItemForStep, event: AnnouncedEvent) => Promise<void>;
};

/** What a party says of its own part of an accepted item: the shared half of the verbs that do. */
export async function changeOwnPart(
  actor: Actor,
  number: string,
  { step, from, data, what, also }: OwnPartStep,
): Promise<Result<{ seq: number }>> {
  const item = await findActionItemForStep(actor, number);
  if (!item) return refuse('not_found');
  if (!statesBefore(step).includes(item.state)) return refuse('already_changed');
  if (!mayTakeStep(step, actor, item)) return refuse('not_allowed');

  return commit(async (tx, announce) => {
    await oneAtATime(tx, `action-item:${item.id}`);
    const { count } = await tx.commitment.updateMany({
      where: {
        actionItemId: item.id,
        governmentId: actor.governmentId,
        state: { in: [...from] },
        actionItem: { revision: item.revision, state: { in: [...statesBefore(step)] } },
      },
      data,
    });
    if (count === 0) return refuse('already_changed');
    await follow(tx, item.threadId, actor.seatId);
    const event = await announce({ threadId: item.threadId, ...what, actor });
    await also?.(tx, item, event);
    await notifyFollowers(tx, event);
    return done({ seq: event.seq });
  });
}
