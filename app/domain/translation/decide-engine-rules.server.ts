import { db } from '#app/db/client.server.ts';
import type { Actor } from '../actor.ts';
import { done, refuse, type Result } from '../result.ts';
import { visibleTo } from '../thread/policy.ts';
import type { EngineRules } from './engine-rules.ts';
import { mayDecideEngineRules, mayDecideThreadRules } from './policy.ts';

/** What engines may get of the own government's texts, from now on; what was sent before is not called back. */
export async function decideEngineRules(actor: Actor, rules: EngineRules): Promise<Result<null>> {
  const { governmentId } = actor;
  if (!mayDecideEngineRules(actor, governmentId)) return refuse('not_allowed');
  await db().governmentEngineRules.upsert({
    where: { governmentId },
    create: { governmentId, ...rules },
    update: rules,
  });
  return done(null);
}

/** The same for one thread, by its owner. */
export async function decideThreadRules(
  actor: Actor,
  { threadId, ...rules }: EngineRules & { threadId: string },
): Promise<Result<null>> {
  const thread = await db().thread.findFirst({
    where: { id: threadId, ...visibleTo(actor) },
    select: { ownerGovernmentId: true },
  });
  if (!thread) return refuse('not_found');
  if (!mayDecideThreadRules(actor, thread)) return refuse('not_allowed');
  await db().threadEngineRules.upsert({
    where: { threadId },
    create: { threadId, ...rules },
    update: rules,
  });
  return done(null);
}
