import type { Visibility } from '#prisma/generated/enums.ts';

/** Names of the rooms that sockets are in. Whoever may not read a thing is in none of its rooms. */
export const rooms = {
  /** Everybody who acts in a seat. */
  network: 'network',
  /** Guests. */
  public: 'public',
  government: (governmentId: string) => `government:${governmentId}`,
  seat: (seatId: string) => `seat:${seatId}`,
  session: (sessionId: string) => `session:${sessionId}`,
  /** Who has the thread open. */
  thread: (threadId: string) => `thread:${threadId}`,
  /** Who has the thread open and acts for this government. */
  threadOf: (threadId: string, governmentId: string) => `thread:${threadId}:government:${governmentId}`,
} as const;

type Readers = {
  visibility: Visibility;
  /** Its owner and, of a bilateral thread, the named ones. */ governmentIds: readonly string[];
};

/** Where a hint about a thread goes: everybody who may see it, whether it is open or not. */
export function roomsOfReaders({ visibility, governmentIds }: Readers): string[] {
  if (visibility === 'public') return [rooms.network, rooms.public];
  return visibility === 'network' ? [rooms.network] : governmentIds.map(rooms.government);
}

/**
 * Where an entry of a thread goes. Of a thread for some governments each of them has its own room, so that a government
 * which may not read any more hears nothing even before its sockets are put out.
 */
export function roomsOfEntry(threadId: string, { visibility, governmentIds }: Readers): string[] {
  const open = visibility === 'public' || visibility === 'network';
  return open
    ? [rooms.thread(threadId)]
    : governmentIds.map((governmentId) => rooms.threadOf(threadId, governmentId));
}
