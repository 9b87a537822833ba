import type { Visibility } from '#prisma/generated/enums.ts';
import type { Reader } from '../actor.ts';
import { mayImport } from '../incident/import/policy.ts';

type Guarded = {
  visibility: Visibility;
  ownerGovernmentId: string;
  audience: readonly { governmentId: string }[];
  /** Taken back: it is for nobody any more. */
  withdrawnAt: Date | null;
};

/**
 * Who may read what hangs on a thread, as the index keeps it: `public`, `members`, or the ids of governments. Says the
 * same as `maySee`, and of what is kept for one government the same as `maySeeEvent`.
 * @param open whether guests get it on a public thread: incidents, but no posts, topics or action items
 */
export function readersOf(thread: Guarded, open: boolean, onlyGovernmentId: string | null = null): string[] {
  const all = allReadersOf(thread, open);
  if (onlyGovernmentId === null) return all;
  return all.includes('public') || all.includes('members') || all.includes(onlyGovernmentId)
    ? [onlyGovernmentId]
    : [];
}

function allReadersOf(
  { visibility, ownerGovernmentId, audience, withdrawnAt }: Guarded,
  open: boolean,
): string[] {
  if (withdrawnAt !== null) return [];
  if (visibility === 'public') return [open ? 'public' : 'members'];
  if (visibility === 'network') return ['members'];
  if (visibility === 'government') return [ownerGovernmentId];
  return [...new Set([ownerGovernmentId, ...audience.map(({ governmentId }) => governmentId)])].sort();
}

/** Who may read the record of a government's import. */
export function recordsOf(governmentId: string): string {
  return `records of ${governmentId}`;
}

/** What a reader may ask for. */
export function readsAs(reader: Reader): string[] {
  if (!reader) return ['public'];
  const { governmentId } = reader;
  return ['public', 'members', governmentId, ...(mayImport(reader) ? [recordsOf(governmentId)] : [])];
}
