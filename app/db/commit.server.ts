import type { AnnouncedEvent, NewEvent } from '#app/domain/event.ts';
import pLimit from 'p-limit';
import { db, type Tx } from './client.server.ts';
import { oncePerProcess } from './once-per-process.server.ts';

export type Announce = (event: NewEvent) => Promise<AnnouncedEvent>;
/** What happened in many threads at once, the same in each. */
type SharedEvent = NewEvent extends infer Event
  ? Event extends NewEvent
    ? Omit<Event, 'threadId' | 'at' | 'onlyGovernmentId'>
    : never
  : never;
/** Announces the same in each of these threads with two questions to the database, however many they are. */
export type AnnounceInAll = (threadIds: readonly string[], event: SharedEvent) => Promise<void>;
type Listener = (event: AnnouncedEvent) => void;

type Follower = (tx: Tx, events: readonly AnnouncedEvent[]) => Promise<void>;

const followers = oncePerProcess('followers', () => new Map<string, Follower>());
const listeners = oncePerProcess('listeners', () => new Map<string, Listener>());

/**
 * So many transactions are under way at once. They wait for each other by the rows that they number, and each of them
 * holds a connection meanwhile: with all ten of them readers, and what is told after a commit, would wait as well.
 */
const writing = oncePerProcess('writing', () => pLimit(4));
/** Whoever waited longer than this is told so, rather than left without an answer. */
const patienceMs = 10_000;

/** @throws when the database was busy for too long */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const asked = Date.now();
  return writing(() => {
    if (Date.now() - asked > patienceMs) throw new Error('The database has been busy for too long.');
    return work();
  });
}

/**
 * One transaction with its numbered events; they are published after the commit and never before.
 * `announce` takes the next number of the thread, whose row stays locked until the commit: commit order is number order.
 * When `work` refuses it must not have written anything.
 */
export async function commit<T>(
  work: (tx: Tx, announce: Announce, announceInAll: AnnounceInAll) => Promise<T>,
): Promise<T> {
  const announced: AnnouncedEvent[] = [];
  const value = await inTurn(() =>
    db().$transaction(
      async (tx) => {
        const announce: Announce = async (event) => {
          const at = event.at ?? new Date();
          const { lastSeq: seq } = await tx.thread.update({
            // Nothing happens in a thread that was taken back, however close to it: the transaction fails as a whole.
            where: { id: event.threadId, withdrawnAt: null },
            data: { lastSeq: { increment: 1 }, ...(event.quiet ? {} : { lastEventAt: at }) },
            select: { lastSeq: true },
          });
          const { threadId, type, payload, actor, onlyGovernmentId } = event;
          await tx.event.create({
            data: {
              threadId,
              seq,
              type,
              payload,
              at,
              ...idsOf(actor),
              onlyGovernmentId: onlyGovernmentId ?? null,
            },
            select: { seq: true },
          });
          const written = { ...event, seq, notifiedSeatIds: [] };
          announced.push(written);
          return written;
        };
        const done = await work(tx, announce, async (threadIds, event) => {
          const at = new Date();
          const numbered = await tx.thread.updateManyAndReturn({
            where: { id: { in: [...threadIds] }, withdrawnAt: null },
            data: { lastSeq: { increment: 1 }, lastEventAt: at },
            select: { id: true, lastSeq: true },
          });
          if (numbered.length !== threadIds.length) throw new Error('One of the threads was taken back.');
          const { type, payload, actor } = event;
          await tx.event.createMany({
            data: numbered.map(({ id, lastSeq }) => ({
              ...{ threadId: id, seq: lastSeq, type, payload, at },
              ...idsOf(actor),
            })),
          });
          for (const { id, lastSeq } of numbered)
            announced.push({ ...event, threadId: id, seq: lastSeq, notifiedSeatIds: [] });
        });
        if (announced.length > 0) for (const follow of followers.values()) await follow(tx, announced);
        return done;
      },
      { maxWait: 10_000, timeout: 10_000 },
    ),
  );
  for (const event of announced) for (const listener of listeners.values()) listener(event);
  return value;
}

function idsOf(actor: NewEvent['actor']) {
  const { accountId, seatId, governmentId } = actor ?? { accountId: null, seatId: null, governmentId: null };
  return { accountId, seatId, governmentId };
}

/** Lets `listener` hear every event after its commit. The same name replaces the earlier one (code reload). */
export function subscribe(name: string, listener: Listener): () => void {
  listeners.set(name, listener);
  return () => listeners.delete(name);
}

/**
 * Lets `follow` write what follows from the events of a transaction within it, after everything else. It announces
 * nothing. The same name replaces the earlier one (code reload).
 */
export function followInTransaction(name: string, follow: Follower): () => void {
  followers.set(name, follow);
  return () => followers.delete(name);
}

/** Transactions with the same key wait for each other until the end of theirs. */
export async function oneAtATime(tx: Tx, key: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`;
}

/** The next gapless number of a series; its row stays locked until the commit. */
export async function nextNumber(tx: Tx, series: string): Promise<number> {
  const { value } = await tx.counter.upsert({
    where: { name: series },
    create: { name: series, value: 1 },
    update: { value: { increment: 1 } },
    select: { value: true },
  });
  return value;
}
