import type { Presence } from './contract.ts';
import { rooms } from './rooms.ts';
import type { Hub } from './sockets.server.ts';

const quietMs = 400;
/** The list goes to everybody there: the more they are, the less often it is told. */
const msForEach = 4;

/** Who has a thread open, each person once, in the order of their ids. */
async function findPresent(io: Hub, threadId: string): Promise<Presence[]> {
  const sockets = await io.in(rooms.thread(threadId)).fetchSockets();
  const people = sockets.flatMap(({ data }) => data.person?.who ?? []);
  const byAccount = new Map(people.map((who) => [who.accountId, who]));
  return [...byAccount.values()].sort((a, b) => a.accountId.localeCompare(b.accountId));
}

/** How many sockets of this process have it open. */
function there(io: Hub, threadId: string): number {
  return io.sockets.adapter.rooms.get(rooms.thread(threadId))?.size ?? 0;
}

/** Tells a thread who is there after somebody came or went; several changes at once are told once. */
export function makePresence(io: Hub) {
  const found = new Map<string, Promise<Presence[]>>();
  const due = new Map<string, ReturnType<typeof setTimeout>>();
  let stopped = false;
  const tell = async (threadId: string) => {
    io.to(rooms.thread(threadId)).emit('present', { threadId, present: await findPresent(io, threadId) });
  };
  return {
    /**
     * Who is there, perhaps as of a moment ago: when a whole association comes back at once, the list is not made anew
     * for each of them. Who came in that moment is told to all by `changed`.
     */
    find(threadId: string): Promise<Presence[]> {
      const known = found.get(threadId);
      if (known) return known;
      const finding = findPresent(io, threadId);
      found.set(threadId, finding);
      setTimeout(() => found.delete(threadId), quietMs).unref();
      return finding;
    },
    changed(threadId: string): void {
      if (stopped || due.has(threadId)) return;
      const timer = setTimeout(
        () => {
          due.delete(threadId);
          tell(threadId).catch((error: unknown) => console.error('Presence was not told.', error));
        },
        quietMs + msForEach * there(io, threadId),
      );
      due.set(threadId, timer);
    },
    stop(): void {
      stopped = true;
      for (const timer of due.values()) clearTimeout(timer);
      due.clear();
    },
  };
}
