import { subscribe } from '#app/db/commit.server.ts';
import type { AnnouncedEvent, EventType } from '#app/domain/event.ts';
import { findEntryToTell } from '#app/domain/thread/find-entries.server.ts';
import type { Hint } from './contract.ts';
import { lookAgain } from './heads.server.ts';
import type { makePresence } from './presence.server.ts';
import { rooms, roomsOfEntry, roomsOfReaders } from './rooms.ts';
import type { Hub } from './sockets.server.ts';

/** Lists ask again at most this often whatever they are told. */
const hintEveryMs = 250;

/**
 * Tells open readers of every event after its commit, thread by thread in the order of the commits. What fails here is
 * only late: readers find it by the numbers.
 * @param tellProcesses tells the other processes, which have readers of their own, who has been taken from a thread
 * @returns how to stop; it waits for what is under way
 */
export function startBroadcasting(
  io: Hub,
  presence: Pick<ReturnType<typeof makePresence>, 'changed'>,
  tellProcesses: (threadId: string) => void,
): () => Promise<void> {
  const underWay = new Map<string, Promise<void>>();
  const hints = makeHints(io);
  const takeReaders = async (threadId: string) => {
    tellProcesses(threadId);
    await letGo(io, presence, threadId);
  };
  const onTaken = (threadId: string) => {
    letGo(io, presence, threadId).catch((error: unknown) =>
      console.error(`Nobody was taken from thread ${threadId}.`, error),
    );
  };
  io.on('readersTaken', onTaken);
  const stop = subscribe('sockets', (event) => {
    const { threadId, seq } = event;
    const before = underWay.get(threadId) ?? Promise.resolve();
    const told = before
      .then(() => tell(io, hints.give, event))
      .then(() => (takesReaders.has(event.type) ? takeReaders(threadId) : undefined))
      .catch((error: unknown) =>
        console.error(`Event ${seq} of thread ${threadId} was not broadcast.`, error),
      )
      .finally(() => {
        if (underWay.get(threadId) === told) underWay.delete(threadId);
      });
    underWay.set(threadId, told);
  });
  return async () => {
    stop();
    io.off('readersTaken', onTaken);
    await Promise.all(underWay.values());
    hints.stop();
  };
}

/** After these some who have the thread open may not read it any more. */
const takesReaders: ReadonlySet<EventType> = new Set<EventType>([
  'readers_narrowed',
  'topic_merged_in',
  'incident_withdrawn',
]);

/** They hear neither who is there nor who writes, and nobody hears of them. */
async function letGo(
  io: Hub,
  presence: Pick<ReturnType<typeof makePresence>, 'changed'>,
  threadId: string,
): Promise<void> {
  await lookAgain(io, threadId);
  presence.changed(threadId);
}

/**
 * Hints about one thread: the first at once, and what follows it within `hintEveryMs` as one with the newest number, to
 * those who may see the thread then. A busy thread would otherwise wake every page of everybody with every post.
 */
function makeHints(io: Hub) {
  const waiting = new Map<string, { last?: () => void; timer: ReturnType<typeof setTimeout> }>();
  const quiet = (threadId: string) => {
    const timer = setTimeout(() => {
      const { last } = waiting.get(threadId) ?? {};
      waiting.delete(threadId);
      if (!last) return;
      last();
      quiet(threadId);
    }, hintEveryMs);
    waiting.set(threadId, { timer });
  };
  return {
    give: (to: string[], hint: Hint): void => {
      const emit = () => void io.to(to).emit('hint', hint);
      const held = waiting.get(hint.threadId);
      if (held) held.last = emit;
      else {
        emit();
        quiet(hint.threadId);
      }
    },
    /** Gives what is held. */
    stop(): void {
      for (const { last, timer } of waiting.values()) {
        clearTimeout(timer);
        last?.();
      }
      waiting.clear();
    },
  };
}

async function tell(io: Hub, giveHint: ReturnType<typeof makeHints>['give'], event: AnnouncedEvent) {
  const { threadId, seq, notifiedSeatIds } = event;
  const found = await findEntryToTell(event);
  if (!found) return;
  const { entry, onlyGovernmentId, thread } = found;

  if (onlyGovernmentId === null) {
    io.to(roomsOfEntry(threadId, thread)).emit('entry', { threadId, entry });
  } else {
    const own = rooms.threadOf(threadId, onlyGovernmentId);
    io.to(own).emit('entry', { threadId, entry });
    io.to(roomsOfEntry(threadId, thread))
      .except(own)
      .emit('entry', { threadId, entry: { seq, type: 'hidden' } });
  }
  giveHint(roomsOfReaders(thread), { threadId, seq, subject: thread.subject });
  if (notifiedSeatIds.length > 0) io.to(notifiedSeatIds.map(rooms.seat)).emit('notified');
}
