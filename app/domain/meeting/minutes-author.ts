import type { Prisma } from '#prisma/generated/client.ts';
import { governmentSelect, type NamedGovernment } from '../government/government.ts';

/** Who saved minutes: the person, and the government of the seat that they sat on. */
export const authorSelect = {
  account: { select: { name: true, nameLatin: true } },
  seat: { select: { government: { select: governmentSelect } } },
} as const satisfies Prisma.MinutesSelect;

export type MinutesAuthor = { name: string; nameLatin: string; government: NamedGovernment };

/** As it is shown. */
export function authorOf({
  account,
  seat,
}: Prisma.MinutesGetPayload<{ select: typeof authorSelect }>): MinutesAuthor {
  return { ...account, government: seat.government };
}
