import type { ThreadEntry, ThreadPage, ThreadSnapshot } from '#app/domain/thread/entry.ts';
import {
  amend,
  prepend,
  reduce,
  refresh,
  renew,
  stateOf,
  type ThreadState,
} from '#app/domain/thread/reduce.ts';

/** `behind`: a hole is being filled. `gone`: the thread is no longer for this reader. */
export type FeedStatus = 'current' | 'behind' | 'gone';

export type FeedView = {
  state: ThreadState;
  status: FeedStatus;
  /** How many numbers follow that the reader has not come to: the thread was opened further up. */
  later: number;
};

export type FeedOptions = {
  snapshot: ThreadSnapshot;
  /** Asks the server what follows a cursor; null when the thread is absent or not for this reader; throws when offline. */
  fetchAfter: (cursor: number) => Promise<ThreadPage | null>;
  /** What stands before a number. */
  fetchBefore?: (before: number) => Promise<ThreadEntry[] | null>;
  onChange: (view: FeedView) => void;
  /** Milliseconds before asking again after the n-th failure. */
  retryAfter?: (failures: number) => number;
};

/**
 * The receiving half of the thread protocol, without a browser: whatever is lost, doubled or overtaken on the way, its
 * state is the server's entries in order. Correctness comes from numbers and `fetchAfter`; sockets only make it fast.
 */
export type ThreadFeed = {
  view: () => FeedView;
  /** One entry as the socket brought it. */
  receive: (entry: ThreadEntry) => void;
  /** The server named its newest number. */
  learnHead: (head: number) => void;
  /** Looks for news whatever is known: on connect, online, waking up, and instead of a socket. */
  ask: () => Promise<void>;
  /** The page was loaded anew. */
  refresh: (snapshot: ThreadSnapshot) => void;
  /** Puts older entries in front; whether there were any. */
  loadEarlier: () => Promise<boolean>;
  /** Goes on below, where the thread was opened further up; whether there was anything. */
  loadLater: () => Promise<boolean>;
  close: () => void;
};

const doubling = (failures: number) => Math.min(30_000, 1_000 * 2 ** (failures - 1));

/** Starts from a loaded page. */
export function makeThreadFeed(options: FeedOptions): ThreadFeed {
  const { fetchAfter, fetchBefore, onChange, retryAfter = doubling } = options;
  let state = stateOf(options.snapshot);
  let status: FeedStatus = 'current';
  let head = options.snapshot.head;
  /** Opened further up: what follows is read when the reader comes to it, and only changes what is shown. */
  let above = state.cursor < head;
  const later = () => (above ? Math.max(0, head - state.cursor) : 0);
  let shown: FeedView = { state, status, later: later() };
  /** Entries that came before those that they follow. */
  const held = new Map<number, ThreadEntry>();
  let asking: Promise<void> | undefined;
  let askAgain = false;
  let failures = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let closed = false;

  const show = () => {
    const isSame = shown.state === state && shown.status === status && shown.later === later();
    if (closed || isSame) return;
    shown = { state, status, later: later() };
    onChange(shown);
  };

  const apply = (entries: readonly ThreadEntry[]) => {
    state = reduce(state, [...entries, ...held.values()]);
    for (const seq of held.keys()) if (seq <= state.cursor) held.delete(seq);
    head = Math.max(head, state.cursor);
  };

  /** What is shown, as it stands now. */
  const lookAgain = async (): Promise<void> => {
    for (let after = (state.entries[0]?.seq ?? 1) - 1; after < state.cursor;) {
      const page = await fetchAfter(after);
      if (closed) return;
      if (!page) {
        status = 'gone';
        return;
      }
      if ('snapshot' in page) return;
      head = Math.max(head, page.head);
      state = renew(state, page.entries);
      const last = page.entries.at(-1)?.seq;
      if (last === undefined) return;
      after = last;
    }
  };

  const catchUp = async (): Promise<void> => {
    for (;;) {
      askAgain = false;
      if (above) {
        await lookAgain();
        return;
      }
      const before = state.cursor;
      const page = await fetchAfter(before);
      if (closed) return;
      if (!page) {
        status = 'gone';
        held.clear();
        return;
      }
      if ('snapshot' in page) {
        if (page.snapshot.head > state.cursor) state = stateOf(page.snapshot);
        apply([]);
      } else {
        apply(page.entries);
        head = Math.max(head, page.head);
      }
      show();
      // A head that the server does not know yet (it was read a moment earlier) is asked for once more.
      const more = state.cursor < head && state.cursor > before;
      if (!more && !askAgain) return;
    }
  };

  const ask = (): Promise<void> => {
    clearTimeout(retry);
    if (closed || status === 'gone') return Promise.resolve();
    askAgain = true;
    asking ??= catchUp()
      .then(
        () => {
          failures = 0;
          if (status === 'gone') return;
          status = !above && state.cursor < head ? 'behind' : 'current';
          if (status === 'behind') askLater();
        },
        () => {
          failures += 1;
          status = 'behind';
          askLater();
        },
      )
      .finally(() => {
        asking = undefined;
        show();
      });
    return asking;
  };

  const askLater = () => {
    if (closed) return;
    clearTimeout(retry);
    retry = setTimeout(() => void ask(), retryAfter(Math.max(1, failures)));
  };

  return {
    view: () => shown,
    receive: (entry) => {
      if (closed || status === 'gone' || entry.seq <= state.cursor) return;
      if (above) {
        head = Math.max(head, entry.seq);
        state = amend(state, entry);
        show();
        return;
      }
      held.set(entry.seq, entry);
      apply([]);
      head = Math.max(head, entry.seq);
      if (state.cursor < head) void ask();
      else if (!asking) status = 'current';
      show();
    },
    learnHead: (told) => {
      head = Math.max(head, told);
      if (above) show();
      else if (state.cursor < head) void ask();
    },
    ask,
    refresh: (snapshot) => {
      if (closed) return;
      if (above) {
        // A page that was read before the newest live entry would take its effect away again.
        if (snapshot.head >= head) state = renew(state, snapshot.entries);
        head = Math.max(head, snapshot.head);
        show();
        return;
      }
      state = refresh(state, snapshot);
      status = status === 'gone' ? 'current' : status;
      apply([]);
      show();
    },
    loadEarlier: async () => {
      const first = state.entries[0]?.seq ?? 1;
      if (first <= 1 || !fetchBefore) return false;
      const earlier = await fetchBefore(first);
      if (closed || !earlier) return false;
      state = prepend(state, earlier);
      show();
      return earlier.length > 0;
    },
    loadLater: async () => {
      if (!above) return false;
      const page = await fetchAfter(state.cursor);
      if (closed || !page || 'snapshot' in page) return false;
      head = Math.max(head, page.head);
      state = reduce(state, page.entries);
      above = state.cursor < head;
      show();
      return page.entries.length > 0;
    },
    close: () => {
      closed = true;
      clearTimeout(retry);
    },
  };
}
