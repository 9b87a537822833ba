import type { Tx } from '#app/db/client.server.ts';
import type { AnnouncedEvent, NewEvent } from '../event.ts';
import type { Actor } from '../actor.ts';
import { notifyFollowers, notifyGovernments } from '../notification/notify.server.ts';
import { isOpenToReadersOf } from '../thread/policy.ts';

/**
 * Says in the thread of the incident that stays that another one was joined to it, or parted from it again. Where not
 * every member who reads that thread may see the other one, only the government that did it reads so.
 */
export async function tellOriginal(
  tx: Tx,
  announce: (event: NewEvent) => Promise<AnnouncedEvent>,
  actor: Actor,
  {
    type,
    originalId,
    duplicateId,
  }: {
    type: 'duplicate_joined' | 'duplicate_parted';
    originalId: string;
    duplicateId: string;
  },
): Promise<void> {
  const [original, duplicate] = [await find(tx, originalId), await find(tx, duplicateId)];
  const isForAll = isOpenToReadersOf(original.thread, duplicate.thread);
  const event = await announce({
    threadId: original.threadId,
    type,
    payload: { number: duplicate.number },
    actor,
    ...(!isForAll && { onlyGovernmentId: actor.governmentId }),
  });
  await notifyGovernments(tx, event, [original.responsibleGovernmentId], 'news_in_my_thread');
  await notifyFollowers(tx, event);
}

function find(tx: Tx, id: string) {
  return tx.incident.findUniqueOrThrow({
    where: { id },
    select: {
      number: true,
      threadId: true,
      responsibleGovernmentId: true,
      thread: {
        select: {
          visibility: true,
          ownerGovernmentId: true,
          withdrawnAt: true,
          audience: { select: { governmentId: true } },
        },
      },
    },
  });
}
