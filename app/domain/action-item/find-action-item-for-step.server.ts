import { db } from '#app/db/client.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import type { Reader } from '../actor.ts';
import { visibleTo } from '../thread/policy.ts';

const stepSelect = {
  id: true,
  number: true,
  threadId: true,
  state: true,
  revision: true,
  dueOn: true,
  claimedByGovernmentId: true,
  proposerSeat: { select: { governmentId: true } },
  commitments: { select: { governmentId: true, role: true, state: true, grade: true, dueOn: true } },
} as const satisfies Prisma.ActionItemSelect;

export type ItemForStep = Prisma.ActionItemGetPayload<{ select: typeof stepSelect }>;

/** What a step needs to know of an action item; null when it is absent or not for this reader. */
export function findActionItemForStep(reader: Reader, number: string): Promise<ItemForStep | null> {
  return db().actionItem.findFirst({ where: { number, thread: visibleTo(reader) }, select: stepSelect });
}
