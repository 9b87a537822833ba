import type { Prisma } from '#prisma/generated/client.ts';
import type { Visibility } from '#prisma/generated/enums.ts';

/** What must be known of an incident's thread to say who may read an item that answers to it. */
export const linkedThreadSelect = {
  visibility: true,
  ownerGovernmentId: true,
  audience: { select: { governmentId: true } },
} as const satisfies Prisma.ThreadSelect;

type LinkedThread = Prisma.ThreadGetPayload<{ select: typeof linkedThreadSelect }>;

type ReadersOfItem = {
  visibility: Visibility;
  /** Named governments of a bilateral item. */
  audience: string[];
  /** Whether everybody who reads this incident's thread may also read the item, so that the thread may name it. */
  tells: (incident: LinkedThread) => boolean;
};

/**
 * Who may read a new action item: all members, or, when one of its incidents is narrower, its parties and those who
 * already read every narrow incident among them. A public incident never makes a promise public.
 */
export function readersOfItem(
  incidents: readonly LinkedThread[],
  partyIds: readonly string[],
): ReadersOfItem {
  const narrow = incidents.filter(isNarrow);
  const [first, ...rest] = narrow.map(readersOf);
  if (!first) return { visibility: 'network', audience: [], tells: () => true };
  const shared = [...first].filter((governmentId) => rest.every((readers) => readers.has(governmentId)));
  const audience = [...new Set([...partyIds, ...shared])];
  const tells = (incident: LinkedThread) =>
    isNarrow(incident) && [...readersOf(incident)].every((governmentId) => audience.includes(governmentId));
  return { visibility: 'bilateral', audience, tells };
}

function isNarrow({ visibility }: LinkedThread): boolean {
  return visibility === 'government' || visibility === 'bilateral';
}

function readersOf({ visibility, ownerGovernmentId, audience }: LinkedThread): Set<string> {
  const named = visibility === 'bilateral' ? audience.map(({ governmentId }) => governmentId) : [];
  return new Set([ownerGovernmentId, ...named]);
}
