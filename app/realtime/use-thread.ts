import { useEffect, useMemo, useRef, useState } from 'react';
import type { ThreadEntry, ThreadPage, ThreadSnapshot } from '#app/domain/thread/entry.ts';
import { stateOf, type ThreadState } from '#app/domain/thread/reduce.ts';
import type { Hint, Presence } from './contract.ts';
import { fetchInTime } from './fetch-in-time.ts';
import { type FeedStatus, type FeedView, makeThreadFeed, type ThreadFeed } from './thread-feed.ts';
import { makeTypists } from './typists.ts';
import { useConnection } from './use-connection.ts';
import { whenAwake } from './when-awake.ts';

const saysTypingEveryMs = 2_000;
const withoutSocketMs = 8_000;

export type LiveThread = {
  entries: ThreadState['entries'];
  status: FeedStatus;
  /** Whether news arrive by themselves; without a socket they are fetched every few seconds. */
  connected: boolean;
  present: readonly Presence[];
  typing: readonly Presence[];
  /** Tells the others, at most every two seconds. */
  sayTyping: () => void;
  /** A post of ours was written with this number. */
  learnHead: (head: number) => void;
  loadEarlier: () => Promise<boolean>;
  /** How many numbers follow below what is loaded; 0 at the end of the thread. */
  later: number;
  loadLater: () => Promise<boolean>;
};

/**
 * A thread that stays true while it is open: the entries of the loader, then everything in the order of its numbers.
 * Joins the room first, then pages to the head; asks again on connect, online, waking up and when heads differ.
 */
export function useThread(snapshot: ThreadSnapshot): LiveThread {
  const { threadId } = snapshot;
  const { socket, connected } = useConnection();
  const [view, setView] = useState<FeedView>(() => viewOf(snapshot));
  const [present, setPresent] = useState<readonly Presence[]>([]);
  const [typing, setTyping] = useState<readonly Presence[]>([]);
  const feed = useRef<ThreadFeed | null>(null);
  const loaded = useRef(snapshot);

  useEffect(() => {
    loaded.current = snapshot;
    feed.current?.refresh(snapshot);
  }, [snapshot]);

  useEffect(() => {
    const made = makeThreadFeed({
      snapshot: loaded.current,
      fetchAfter: (cursor) => fetchEvents(threadId, `after=${cursor}`),
      fetchBefore: (before) => fetchEarlier(threadId, before),
      onChange: setView,
    });
    feed.current = made;
    setView(made.view());
    const awake = whenAwake(() => void made.ask());
    return () => {
      awake();
      made.close();
      feed.current = null;
    };
  }, [threadId]);

  useEffect(() => {
    if (!socket) return;
    const typists = makeTypists(setTyping);
    const onEntry = (message: { threadId: string; entry: ThreadEntry }) => {
      if (message.threadId !== threadId) return;
      feed.current?.receive(message.entry);
      if (message.entry.type === 'post_written' && message.entry.actor?.accountId)
        typists.wrote(message.entry.actor.accountId);
    };
    const onHeads = (heads: { threadId: string; head: number }[]) => {
      for (const head of heads) if (head.threadId === threadId) feed.current?.learnHead(head.head);
    };
    const onHint = (hint: Hint) => {
      if (hint.threadId === threadId) feed.current?.learnHead(hint.seq);
    };
    const onPresent = (message: { threadId: string; present: Presence[] }) => {
      if (message.threadId === threadId) setPresent(message.present);
    };
    const onTyping = ({ threadId: typedIn, who }: { threadId: string; who: Presence }) => {
      if (typedIn !== threadId) return;
      typists.heard(who);
    };
    const watch = () => {
      socket.timeout(10_000).emit('watch', { threadId }, (error, answer) => {
        if (!error && answer.ok) {
          setPresent(answer.present);
          feed.current?.learnHead(answer.head);
        }
        // Guests and whoever is over the cap are not let in and ask over HTTP like everybody without a socket.
        void feed.current?.ask();
      });
    };
    const onDisconnect = () => setPresent([]);
    const polling = setInterval(() => {
      if (!socket.connected && document.visibilityState === 'visible' && navigator.onLine)
        void feed.current?.ask();
    }, withoutSocketMs);

    socket.on('connect', watch);
    socket.on('disconnect', onDisconnect);
    socket.on('entry', onEntry);
    socket.on('heads', onHeads);
    socket.on('hint', onHint);
    socket.on('present', onPresent);
    socket.on('typing', onTyping);
    if (socket.connected) watch();
    return () => {
      socket.off('connect', watch);
      socket.off('disconnect', onDisconnect);
      socket.off('entry', onEntry);
      socket.off('heads', onHeads);
      socket.off('hint', onHint);
      socket.off('present', onPresent);
      socket.off('typing', onTyping);
      clearInterval(polling);
      typists.stop();
      setPresent([]);
      setTyping([]);
      if (socket.connected) socket.emit('unwatch', { threadId });
    };
  }, [socket, threadId]);

  const lastSaid = useRef(0);
  const acts = useMemo(
    () => ({
      sayTyping: () => {
        const now = Date.now();
        if (!socket?.connected || now - lastSaid.current < saysTypingEveryMs) return;
        lastSaid.current = now;
        socket.volatile.emit('typing', { threadId });
      },
      learnHead: (head: number) => feed.current?.learnHead(head),
      loadEarlier: () => feed.current?.loadEarlier() ?? Promise.resolve(false),
      loadLater: () => feed.current?.loadLater() ?? Promise.resolve(false),
    }),
    [socket, threadId],
  );

  // Until the effects have run for another thread, the loader's entries are what is known of it.
  const { state, later } = view.state.threadId === threadId ? view : viewOf(snapshot);
  return { entries: state.entries, status: view.status, later, connected, present, typing, ...acts };
}

function viewOf(snapshot: ThreadSnapshot): FeedView {
  const state = stateOf(snapshot);
  return { state, status: 'current', later: snapshot.head - state.cursor };
}

async function fetchEvents(threadId: string, query: string): Promise<ThreadPage | null> {
  return askServer<ThreadPage>(`/threads/${threadId}/events?${query}`);
}

async function fetchEarlier(threadId: string, before: number): Promise<ThreadEntry[] | null> {
  const answer = await askServer<{ entries: ThreadEntry[] }>(`/threads/${threadId}/events?before=${before}`);
  return answer && answer.entries;
}

/** Null when the thread is absent or not for this reader. */
async function askServer<T>(url: string): Promise<T | null> {
  const response = await fetchInTime(url, { headers: { accept: 'application/json' } }, 15_000);
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  return response.json();
}
