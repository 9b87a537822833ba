import { db } from '#app/db/client.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import type { Actor } from '../actor.ts';
import { governmentSelect } from '../government/government.ts';
import { visibleTo } from '../thread/policy.ts';
import { translationsFor } from '../translation/find-translations.server.ts';
import { unansweredBy } from './policy.ts';

const decisionSelect = {
  id: true,
  threadId: true,
  deadline: true,
  post: {
    select: {
      id: true,
      seq: true,
      body: true,
      language: true,
      revision: true,
      government: { select: governmentSelect },
    },
  },
} as const satisfies Prisma.DecisionSelect;

/** Open proposals that wait for the word of the actor's government, the nearest deadline first. */
export async function findDecisionsToAnswer(actor: Actor, now = new Date()) {
  const rows = await db().decision.findMany({
    where: { ...unansweredBy(actor, now), thread: visibleTo(actor) },
    orderBy: { deadline: 'asc' },
    take: 20,
    select: decisionSelect,
  });
  const translations = await translationsFor(
    'post',
    rows.map(({ post }) => post.id),
  );
  return rows.map((row) => ({
    ...row,
    translations: translations.filter(({ subjectId }) => subjectId === row.post.id),
  }));
}

export type DecisionToAnswer = Awaited<ReturnType<typeof findDecisionsToAnswer>>[number];

/** How many there are. */
export function countDecisionsToAnswer(actor: Actor, now = new Date()): Promise<number> {
  return db().decision.count({ where: { ...unansweredBy(actor, now), thread: visibleTo(actor) } });
}
