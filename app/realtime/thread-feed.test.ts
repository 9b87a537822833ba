import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ThreadPage } from '#app/domain/thread/entry.ts';
import { aThreadLog, anEntry, entriesAfter, type LogEvent, snapshotAt } from '#tests/thread-log.ts';
import { makeThreadFeed, type ThreadFeed } from './thread-feed.ts';

/** A server whose thread grows, and whose answers can be made to fail. */
function aServer(log: readonly LogEvent[], { size = 3 } = {}) {
  const server = {
    head: 0,
    asked: 0,
    failing: false,
    fetchAfter: async (cursor: number): Promise<ThreadPage | null> => {
      server.asked += 1;
      await Promise.resolve();
      if (server.failing) throw new Error('offline');
      return { head: server.head, minSeq: 0, entries: entriesAfter(log, cursor, server.head).slice(0, size) };
    },
  };
  return server;
}

const english = {
  language: 'en',
  kind: 'human',
  revision: 1,
  text: '一',
  verifies: false,
} as const;
const posts = (count: number) => Array<LogEvent>(count).fill({ what: 'post' });
const numbers = (feed: ThreadFeed) => feed.view().state.entries.map(({ seq }) => seq);
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a reader of a live thread', () => {
  test('ends with what the server has, whatever the network does to its messages', async () => {
    await fc.assert(
      fc.asyncProperty(
        aThreadLog(),
        fc.array(
          fc.record({
            act: fc.constantFrom('grow', 'tell', 'tell late', 'head', 'fail', 'heal', 'wait'),
            n: fc.nat(40),
          }),
          {
            maxLength: 80,
          },
        ),
        async (log, steps) => {
          const server = aServer(log);
          const feed = makeThreadFeed({
            snapshot: snapshotAt(log, 0),
            fetchAfter: server.fetchAfter,
            onChange: () => {},
          });
          for (const { act, n } of steps) {
            if (act === 'grow') server.head = Math.min(log.length, server.head + 1 + (n % 3));
            if (act === 'tell' && server.head > 0) {
              // Any entry that exists, any number of times, in any order; many are never told at all.
              const entry = entriesAfter(log, 0, server.head)[n % server.head];
              if (entry) feed.receive(entry);
            }
            if (act === 'head') feed.learnHead(server.head);
            if (act === 'fail') server.failing = true;
            if (act === 'heal') server.failing = false;
            if (act === 'wait') await vi.advanceTimersByTimeAsync(n * 50);
          }
          server.failing = false;
          server.head = log.length;
          feed.learnHead(server.head);
          await vi.advanceTimersByTimeAsync(120_000);
          expect(feed.view()).toEqual({
            state: { threadId: 't', cursor: log.length, entries: snapshotAt(log, log.length).entries },
            status: 'current',
            later: 0,
          });
          feed.close();
        },
      ),
      { numRuns: 300 },
    );
  });

  test('three hundred missed entries come page by page, in order, each once', async () => {
    const server = aServer(posts(300), { size: 100 });
    const feed = makeThreadFeed({
      snapshot: snapshotAt(posts(300), 0),
      fetchAfter: server.fetchAfter,
      onChange: () => {},
    });
    server.head = 300;
    await feed.ask();
    expect(numbers(feed)).toEqual(upTo(300));
    expect(server.asked).toBe(3);
  });

  test('an entry that overtook another waits for it and asks for it once', async () => {
    const server = aServer(posts(4), { size: 100 });
    const changes: number[] = [];
    const feed = makeThreadFeed({
      snapshot: snapshotAt(posts(4), 1),
      fetchAfter: server.fetchAfter,
      onChange: ({ state }) => changes.push(state.cursor),
    });
    server.head = 3;
    feed.receive(anEntry(3));
    expect(numbers(feed)).toEqual([1]);
    feed.receive(anEntry(2));
    expect(numbers(feed)).toEqual([1, 2, 3]);
    await vi.advanceTimersByTimeAsync(10);
    expect(server.asked).toBe(1);
    expect(numbers(feed)).toEqual([1, 2, 3]);
  });

  test('the last entry leaves no hole when it is lost: the named head repairs it', async () => {
    const server = aServer(posts(2));
    const feed = makeThreadFeed({
      snapshot: snapshotAt(posts(2), 1),
      fetchAfter: server.fetchAfter,
      onChange: () => {},
    });
    server.head = 2;
    feed.learnHead(1);
    expect(server.asked).toBe(0);
    feed.learnHead(2);
    await vi.advanceTimersByTimeAsync(0);
    expect(numbers(feed)).toEqual([1, 2]);
  });

  test('while the server does not answer it says that it is behind, and tries again ever more slowly', async () => {
    const server = aServer(posts(2));
    const feed = makeThreadFeed({
      snapshot: snapshotAt(posts(2), 0),
      fetchAfter: server.fetchAfter,
      onChange: () => {},
    });
    server.head = 2;
    server.failing = true;
    await feed.ask();
    expect(feed.view().status).toBe('behind');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(server.asked).toBeLessThan(9);
    server.failing = false;
    await vi.advanceTimersByTimeAsync(30_000);
    expect(feed.view().status).toBe('current');
    expect(numbers(feed)).toEqual([1, 2]);
  });

  test('a reader who lost the right to see the thread hears nothing more', async () => {
    const feed = makeThreadFeed({
      snapshot: snapshotAt(posts(3), 1),
      fetchAfter: () => Promise.resolve(null),
      onChange: () => {},
    });
    await feed.ask();
    feed.receive(anEntry(2));
    expect(feed.view().status).toBe('gone');
    expect(numbers(feed)).toEqual([1]);
  });

  test('a reader too far behind gets the newest page instead', async () => {
    const log = posts(50);
    const feed = makeThreadFeed({
      snapshot: snapshotAt(log, 1),
      fetchAfter: () => Promise.resolve({ snapshot: snapshotAt(log, 50, 10) }),
      onChange: () => {},
    });
    feed.receive(anEntry(50));
    await vi.advanceTimersByTimeAsync(0);
    expect(numbers(feed)).toEqual(upTo(50).slice(-10));
    expect(feed.view().status).toBe('current');
  });

  test('older entries go in front', async () => {
    const log = posts(20);
    const feed = makeThreadFeed({
      snapshot: snapshotAt(log, 20, 5),
      fetchAfter: () => Promise.resolve(null),
      fetchBefore: (before) => Promise.resolve(snapshotAt(log, before - 1, 10).entries),
      onChange: () => {},
    });
    expect(await feed.loadEarlier()).toBe(true);
    expect(numbers(feed)).toEqual(upTo(20).slice(-15));
    expect(await feed.loadEarlier()).toBe(true);
    expect(await feed.loadEarlier()).toBe(false);
    expect(numbers(feed)).toEqual(upTo(20));
  });

  test('opened further up, it loads what follows page by page and changes what it shows meanwhile', async () => {
    const log: LogEvent[] = [...posts(300), { what: 'translation', ofPost: 10, ...english }];
    const server = aServer(log, { size: 100 });
    server.head = 300;
    const window = { ...snapshotAt(log, 300), entries: snapshotAt(log, 300).entries.slice(0, 100) };
    const feed = makeThreadFeed({ snapshot: window, fetchAfter: server.fetchAfter, onChange: () => {} });
    expect(feed.view()).toMatchObject({ status: 'current', later: 200 });

    server.head = 301;
    const last = entriesAfter(log, 300, 301)[0];
    if (last) feed.receive(last);
    await vi.advanceTimersByTimeAsync(60_000);
    // Not loaded, but what it says of a post on the screen is there.
    expect(numbers(feed)).toEqual(upTo(100));
    expect(feed.view()).toMatchObject({ later: 201 });
    expect(feed.view().state.entries[10]).toEqual(snapshotAt(log, 301).entries[10]);

    while (await feed.loadLater());
    expect(feed.view()).toMatchObject({ later: 0, status: 'current' });
    expect(feed.view().state.entries).toEqual(snapshotAt(log, 301).entries);
    feed.close();
  });

  test('opened further up, it looks again at what it shows after the network was away', async () => {
    const log: LogEvent[] = [...posts(20), { what: 'translation', ofPost: 2, ...english }];
    const server = aServer(log, { size: 3 });
    server.head = 20;
    const window = { ...snapshotAt(log, 20), entries: snapshotAt(log, 20).entries.slice(0, 8) };
    const feed = makeThreadFeed({ snapshot: window, fetchAfter: server.fetchAfter, onChange: () => {} });
    server.head = 21;
    await feed.ask();
    expect(numbers(feed)).toEqual(upTo(8));
    expect(feed.view().state.entries[2]).toEqual(snapshotAt(log, 21).entries[2]);
    feed.close();
  });
});
