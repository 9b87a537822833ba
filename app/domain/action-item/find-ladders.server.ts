import { db } from '#app/db/client.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import { Level } from '#prisma/generated/enums.ts';
import type { Actor } from '../actor.ts';
import { levelFlags } from './clearance.ts';
import { mayKeepLadders } from './policy.ts';

const templateSelect = {
  country: true,
  grade: true,
  position: true,
  authorityKo: true,
  authorityZh: true,
  authorityEn: true,
  forProvince: true,
  forCity: true,
  forCounty: true,
} as const satisfies Prisma.ClearanceTemplateStepSelect;

export type TemplateStep = Prisma.ClearanceTemplateStepGetPayload<{ select: typeof templateSelect }> & {
  /** Governments of these levels go through it. */
  levels: Level[];
};

/** Every step of the ladders that new commitments start with; null for whoever does not keep them. */
export async function findLadders(reader: Actor): Promise<TemplateStep[] | null> {
  if (!mayKeepLadders(reader)) return null;
  const steps = await db().clearanceTemplateStep.findMany({
    orderBy: [{ country: 'asc' }, { grade: 'asc' }, { position: 'asc' }],
    select: templateSelect,
  });
  return steps.map((step) => ({
    ...step,
    levels: Object.values(Level).filter((level) => step[levelFlags[level]]),
  }));
}
