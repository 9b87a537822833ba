import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anEntry, aThreadLog, entriesAfter, type LogEvent, snapshotAt } from '#tests/thread-log.ts';
import { prepend, reduce, refresh, stateOf } from './reduce.ts';

describe('a reader’s state', () => {
  test('a page loaded earlier plus what happened since equals a page loaded now', () => {
    fc.assert(
      fc.property(aThreadLog(), fc.nat(), fc.nat(), (log, a, b) => {
        const [c, h] = [a % (log.length + 1), b % (log.length + 1)].sort((x, y) => x - y);
        expect(reduce(stateOf(snapshotAt(log, c ?? 0)), entriesAfter(log, c ?? 0, h ?? 0))).toEqual(
          stateOf(snapshotAt(log, h ?? 0)),
        );
      }),
      { numRuns: 500 },
    );
  });

  test('the same holds when the entries come twice and in any order', () => {
    fc.assert(
      fc.property(
        aThreadLog().chain((log) =>
          fc.tuple(
            fc.constant(log),
            fc.nat(log.length),
            fc.shuffledSubarray([...log.keys(), ...log.keys()], { minLength: log.length * 2 }),
          ),
        ),
        ([log, c, order]) => {
          const all = entriesAfter(log, 0, log.length);
          const state = reduce(
            stateOf(snapshotAt(log, c)),
            order.flatMap((index) => all[index] ?? []),
          );
          expect(state).toEqual(stateOf(snapshotAt(log, log.length)));
        },
      ),
    );
  });

  test('the newest entries alone behave like the whole', () => {
    fc.assert(
      fc.property(aThreadLog(), fc.nat(), fc.integer({ min: 1, max: 6 }), (log, n, window) => {
        const c = n % (log.length + 1);
        const state = reduce(stateOf(snapshotAt(log, c, window)), entriesAfter(log, c, log.length));
        expect(state.entries.slice(-window)).toEqual(snapshotAt(log, log.length, window).entries);
        const first = state.entries[0]?.seq ?? 1;
        expect(prepend(state, snapshotAt(log, first - 1).entries).entries.map(({ seq }) => seq)).toEqual(
          log.map((_, i) => i + 1),
        );
      }),
    );
  });

  test('a second translation of a post into the same language changes the entry of the first', () => {
    const aTranslation = {
      what: 'translation' as const,
      ofPost: 0,
      language: 'en' as const,
      kind: 'human' as const,
      revision: 1,
      verifies: false,
    };
    const log: LogEvent[] = [
      { what: 'post' },
      { ...aTranslation, text: '一' },
      { ...aTranslation, text: '二' },
    ];
    const live = reduce(stateOf(snapshotAt(log, 2)), entriesAfter(log, 2, 3));
    expect(live).toEqual(stateOf(snapshotAt(log, 3)));
  });

  test('nothing is applied behind a hole', () => {
    const state = stateOf({ threadId: 't', head: 1, minSeq: 0, entries: [anEntry(1)] });
    expect(reduce(state, [anEntry(4), anEntry(2)]).cursor).toBe(2);
  });

  test('a page that is older than what came live takes nothing away', () => {
    const live = reduce(stateOf({ threadId: 't', head: 1, minSeq: 0, entries: [anEntry(1)] }), [
      anEntry(2),
      anEntry(3),
    ]);
    expect(refresh(live, { threadId: 't', head: 2, minSeq: 0, entries: [anEntry(1), anEntry(2)] })).toEqual(
      live,
    );
  });

  test('a page that does not join what is held takes its place', () => {
    const live = stateOf({ threadId: 't', head: 1, minSeq: 0, entries: [anEntry(1)] });
    const page = { threadId: 't', head: 9, minSeq: 0, entries: [anEntry(8), anEntry(9)] };
    expect(refresh(live, page)).toEqual(stateOf(page));
  });
});
