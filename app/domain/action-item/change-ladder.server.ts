import { commit, oneAtATime } from '#app/db/commit.server.ts';
import type { Actor } from '../actor.ts';
import { done, refuse, type Result } from '../result.ts';
import type { LadderInput } from './clearance.ts';
import { mayKeepLadders } from './policy.ts';

/** The secretariat writes the ladder of a country and a grade anew. Ladders that are on the way stay as they are. */
export async function changeLadder(
  actor: Actor,
  { country, grade, steps }: LadderInput,
): Promise<Result<{ steps: number }>> {
  if (!mayKeepLadders(actor)) return refuse('not_allowed');
  return commit(async (tx) => {
    await oneAtATime(tx, `ladder:${country}:${grade}`);
    await tx.clearanceTemplateStep.deleteMany({ where: { country, grade } });
    await tx.clearanceTemplateStep.createMany({
      data: steps.map(({ levels, ...step }, position) => ({
        country,
        grade,
        position,
        ...step,
        forProvince: levels.includes('province'),
        forCity: levels.includes('city'),
        forCounty: levels.includes('county'),
      })),
    });
    return done({ steps: steps.length });
  });
}
