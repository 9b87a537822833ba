import { db } from '#app/db/client.server.ts';
import { commit } from '#app/db/commit.server.ts';
import { Section } from '#prisma/generated/enums.ts';
import type { z } from 'zod';
import type { Actor } from '../actor.ts';
import { done, refuse, type Result } from '../result.ts';
import { visibleTo } from '../thread/policy.ts';
import type { sectionLevelsInput, threadLevelInput } from './level.ts';

/** How much the seat wants to hear of one thread; null takes the own word back. */
export async function chooseThreadLevel(
  { seatId, ...actor }: Actor,
  { threadId, level }: { threadId: string } & z.output<typeof threadLevelInput>,
): Promise<Result<null>> {
  const where = { id: threadId, ...visibleTo({ seatId, ...actor }) };
  if (!(await db().thread.findFirst({ where, select: { id: true } }))) return refuse('not_found');
  if (level === null) await db().threadLevel.deleteMany({ where: { threadId, seatId } });
  else
    await db().threadLevel.upsert({
      where: { threadId_seatId: { threadId, seatId } },
      create: { threadId, seatId, level },
      update: { level, at: new Date() },
    });
  return done(null);
}

/** The same for every section of the forum at once. */
export async function chooseSectionLevels(
  { seatId }: Actor,
  levels: z.output<typeof sectionLevelsInput>,
): Promise<Result<null>> {
  return commit(async (tx) => {
    await tx.sectionLevel.deleteMany({ where: { seatId } });
    await tx.sectionLevel.createMany({
      data: Object.values(Section).flatMap((section) => {
        const level = levels[section];
        return level ? [{ seatId, section, level }] : [];
      }),
      skipDuplicates: true,
    });
    return done(null);
  });
}
