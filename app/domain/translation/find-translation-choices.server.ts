import { db } from '#app/db/client.server.ts';
import type { Actor } from '../actor.ts';
import { configuredEngines } from './engine/configured-engines.server.ts';
import { type EngineRules, openRules } from './engine-rules.ts';
import { mayDecideEngineRules } from './policy.ts';

/** What somebody and their government chose about machine translation. */
export async function findTranslationChoices(actor: Actor): Promise<{
  translatesFollowed: boolean;
  rules: EngineRules;
  mayDecide: boolean;
  /** Whether any engine is connected at all. */
  hasEngine: boolean;
}> {
  const { accountId: id, governmentId } = actor;
  const [account, rules] = await Promise.all([
    db().account.findUniqueOrThrow({ where: { id }, select: { translatesFollowed: true } }),
    db().governmentEngineRules.findUnique({
      where: { governmentId },
      select: { noForeignCloud: true, sendsRestricted: true },
    }),
  ]);
  return {
    ...account,
    rules: rules ?? openRules,
    mayDecide: mayDecideEngineRules(actor, governmentId),
    hasEngine: configuredEngines().isNone !== true,
  };
}
