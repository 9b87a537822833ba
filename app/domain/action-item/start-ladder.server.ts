import { v7 as uuid } from 'uuid';
import type { Tx } from '#app/db/client.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import type { Grade } from '#prisma/generated/enums.ts';
import { levelFlags } from './clearance.ts';

/** The steps that a new commitment of this government starts with, by the ladders that the secretariat keeps. */
export async function firstSteps(
  tx: Pick<Tx, 'government' | 'clearanceTemplateStep'>,
  governmentId: string,
  grade: Grade,
): Promise<Prisma.ClearanceStepCreateManyCommitmentInput[]> {
  const { country, level } = await tx.government.findUniqueOrThrow({
    where: { id: governmentId },
    select: { country: true, level: true },
  });
  const steps = await tx.clearanceTemplateStep.findMany({
    where: { country, grade, [levelFlags[level]]: true },
    orderBy: { position: 'asc' },
    select: { authorityKo: true, authorityZh: true, authorityEn: true },
  });
  return steps.map((step, position) => ({ id: uuid(), position, ...step }));
}

/** Begins the ladder of a commitment anew, as its country and its present grade ask; what was recorded is kept. */
export async function restartLadder(
  tx: Tx,
  commitment: { id: string; governmentId: string; grade: Grade },
): Promise<void> {
  await tx.clearanceStep.updateMany({
    where: { commitmentId: commitment.id, endedAt: null },
    data: { endedAt: new Date() },
  });
  const steps = await firstSteps(tx, commitment.governmentId, commitment.grade);
  await tx.clearanceStep.createMany({
    data: steps.map((step) => ({ ...step, commitmentId: commitment.id })),
  });
}
