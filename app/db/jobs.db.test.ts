import { describe, expect, test } from 'vitest';
import { createTestDatabase } from '#tests/world.ts';
import { db } from './client.server.ts';
import { commit } from './commit.server.ts';
import { enqueue, type JobHandler, type JobOutcome, workOnce } from './jobs.server.ts';

createTestDatabase();

/** Each test has work of its own kind. */
let last = 0;
const aKind = () => `kind-${(last += 1)}`;
const later = (ms: number) => new Date(Date.now() + ms);
const put = (kind: string, key = kind) => commit((tx) => enqueue(tx, [{ kind, key, payload: { n: 1 } }]));

describe('work after a commit', () => {
  test('is there once however often it is asked for, is done once, and is gone then', async () => {
    const kind = aKind();
    const got: unknown[] = [];
    const handler: JobHandler = (payload) => {
      got.push(payload);
      return Promise.resolve({ done: true });
    };
    await put(kind);
    await put(kind);

    expect(await workOnce({ [kind]: handler })).toBe(true);
    expect(await workOnce({ [kind]: handler })).toBe(false);
    expect(got).toEqual([{ n: 1 }]);
    expect(await db().job.count({ where: { kind } })).toBe(0);
  });

  test('is not there when its transaction was undone', async () => {
    const kind = aKind();
    const undone = commit(async (tx) => {
      await enqueue(tx, [{ kind, key: kind, payload: {} }]);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await db().job.count({ where: { kind } })).toBe(0);
  });

  test('is nobody else’s while somebody does it, and anybody’s when that process died', async () => {
    const kind = aKind();
    await put(kind);
    let finish: ((outcome: JobOutcome) => void) | undefined;
    const first = workOnce({ [kind]: () => new Promise<JobOutcome>((resolve) => (finish = resolve)) });
    await expect.poll(() => db().job.count({ where: { kind, leasedUntil: { not: null } } })).toBe(1);

    const done: JobHandler = () => Promise.resolve({ done: true });
    expect(await workOnce({ [kind]: done })).toBe(false);
    expect(
      await workOnce({ [kind]: () => Promise.resolve({ again: later(0), fault: 'x' }) }, later(180_000)),
    ).toBe(true);

    // The first was only slow: what it says now does not count.
    finish?.({ done: true });
    await first;
    expect(await db().job.findFirstOrThrow({ where: { kind } })).toMatchObject({
      attempts: 2,
      lastFault: 'x',
    });
  });

  test('waits until it may be tried again, is given up, and is taken up again when somebody asks', async () => {
    const kind = aKind();
    await put(kind);
    const again: JobHandler = () => Promise.resolve({ again: later(60_000), fault: 'busy' });
    await workOnce({ [kind]: again });
    expect(await workOnce({ [kind]: again })).toBe(false);

    expect(await workOnce({ [kind]: () => Promise.resolve({ givenUp: 'no' }) }, later(61_000))).toBe(true);
    expect(await db().job.findFirstOrThrow({ where: { kind } })).toMatchObject({
      state: 'failed',
      lastFault: 'no',
    });
    expect(await workOnce({ [kind]: again }, later(3600_000))).toBe(false);

    await put(kind);
    expect(await workOnce({ [kind]: () => Promise.resolve({ done: true }) }, later(1_000))).toBe(true);
  });

  test('that throws is tried again a few times and then given up', async () => {
    const kind = aKind();
    await put(kind);
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      const broken: JobHandler = () => Promise.reject(new TypeError('broken'));
      expect(await workOnce({ [kind]: broken }, later(attempt * 24 * 3600_000))).toBe(true);
    }
    expect(await db().job.findFirstOrThrow({ where: { kind } })).toMatchObject({
      state: 'failed',
      lastFault: 'TypeError',
    });
  });

  test('is shared out among many that come at once', async () => {
    const kind = aKind();
    await commit((tx) =>
      enqueue(
        tx,
        Array.from({ length: 8 }, (_, n) => ({ kind, key: `${kind}-${n}`, payload: { n } })),
      ),
    );
    const got: unknown[] = [];
    const handler: JobHandler = (payload) => {
      got.push(payload);
      return Promise.resolve({ done: true });
    };
    await Promise.all(Array.from({ length: 12 }, () => workOnce({ [kind]: handler })));
    while (await workOnce({ [kind]: handler })) continue;
    expect(got).toHaveLength(8);
    expect(new Set(got.map((payload) => JSON.stringify(payload))).size).toBe(8);
  });
});
