import { db, type Tx } from '#app/db/client.server.ts';
import type { Country } from '#prisma/generated/enums.ts';
import type { Actor } from '../actor.ts';
import { visibleTo } from '../thread/policy.ts';
import { type AskedRules, type EngineRules, openRules } from './engine-rules.ts';
import type { Source } from './find-source.server.ts';
import { mayDecideThreadRules } from './policy.ts';

type Reads = Pick<Tx, 'government' | 'threadEngineRules'>;
type Decided = { country: Country; rules: EngineRules };

/** Who has a say in whether this text may go to an engine, and what they decided; for `maySend`. */
export async function findEngineRules(
  { authorGovernmentId, onlyGovernmentId, thread }: Source,
  reads: Reads = db(),
): Promise<AskedRules> {
  const [governments, ofThread] = await Promise.all([
    reads.government.findMany({
      where: { id: { in: [authorGovernmentId, thread.ownerGovernmentId] } },
      select: { id: true, country: true, engineRules: true },
    }),
    reads.threadEngineRules.findUnique({ where: { threadId: thread.id } }),
  ]);
  const of = (id: string): Decided => {
    const found = governments.find((government) => government.id === id);
    if (!found) throw new Error(`There is no government ${id}.`);
    return { country: found.country, rules: found.engineRules ?? openRules };
  };
  return {
    visibility: thread.visibility,
    onlyGovernmentId,
    author: of(authorGovernmentId),
    owner: of(thread.ownerGovernmentId),
    thread: ofThread ?? openRules,
  };
}

const rulesSelect = { noForeignCloud: true, sendsRestricted: true } as const;

/**
 * What the owner of a thread decided about it, beside what holds for all of the owner's texts; null when it is absent or
 * not for this actor to decide.
 */
export async function findThreadRules(
  actor: Actor,
  threadId: string,
): Promise<{ rules: EngineRules; ofGovernment: EngineRules; isRestricted: boolean } | null> {
  const thread = await db().thread.findFirst({
    where: { id: threadId, ...visibleTo(actor) },
    select: {
      ownerGovernmentId: true,
      visibility: true,
      engineRules: { select: rulesSelect },
      owner: { select: { engineRules: { select: rulesSelect } } },
    },
  });
  if (!thread || !mayDecideThreadRules(actor, thread)) return null;
  return {
    rules: thread.engineRules ?? openRules,
    ofGovernment: thread.owner.engineRules ?? openRules,
    isRestricted: thread.visibility === 'government' || thread.visibility === 'bilateral',
  };
}
