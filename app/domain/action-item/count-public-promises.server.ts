import { db } from '#app/db/client.server.ts';
import { visibleTo } from '../thread/policy.ts';
import { lastDayOver, runningStates } from './action-item.ts';

/** What the public may see of joint work: how much was promised, done, and is late. Open proposals are no promises. */
export async function countPublicPromises(
  now = new Date(),
): Promise<{ promised: number; done: number; late: number }> {
  const thread = visibleTo(null);
  const promises = await db().actionItem.groupBy({
    by: ['state'],
    where: { thread, state: { notIn: ['proposed', 'dropped'] } },
    _count: true,
  });
  const late = await db().actionItem.count({
    where: { thread, state: { in: [...runningStates] }, dueOn: { lte: lastDayOver(now) } },
  });
  return {
    promised: promises.reduce((sum, { _count }) => sum + _count, 0),
    done: promises.find(({ state }) => state === 'done')?._count ?? 0,
    late,
  };
}
