import type { Prisma } from '#prisma/generated/client.ts';

/** What stands wherever a government is named. */
export const governmentSelect = {
  id: true,
  country: true,
  level: true,
  parentId: true,
  nameKo: true,
  nameZh: true,
  nameEn: true,
  seal: true,
} as const satisfies Prisma.GovernmentSelect;

export type NamedGovernment = Prisma.GovernmentGetPayload<{ select: typeof governmentSelect }>;

/** Governments in being on this day, as a Prisma filter; `validTo` is the last day. */
export function inBeing(now: Date): Prisma.GovernmentWhereInput {
  return {
    AND: [
      { OR: [{ validFrom: null }, { validFrom: { lte: now } }] },
      { OR: [{ validTo: null }, { validTo: { gte: now } }] },
    ],
  };
}

/** The same about one government. */
export function isInBeing(
  { validFrom, validTo }: { validFrom: Date | null; validTo: Date | null },
  now: Date,
): boolean {
  const today = new Date(now.toISOString().slice(0, 10));
  return (validFrom === null || validFrom <= today) && (validTo === null || validTo >= today);
}
