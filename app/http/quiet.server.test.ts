import { EventEmitter } from 'node:events';
import type { Request, Response } from 'express';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { countRequests, quiet } from './quiet.server.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] });
  // Long after whatever an earlier test asked.
  vi.advanceTimersByTime(60_000);
});
afterEach(() => void vi.useRealTimers());

/** A request that is being answered; `close` ends its answer. */
function aRequest(): { close: () => void } {
  const response = new EventEmitter();
  countRequests()({} as Request, response as unknown as Response, () => undefined);
  return { close: () => response.emit('close') };
}

/** Whether it ended, looked at whenever one likes. */
function watched(work: Promise<void>): () => boolean {
  let over = false;
  void work.then(() => (over = true));
  return () => over;
}

describe('work in the background', () => {
  test('goes on at once where nobody asks', async () => {
    const over = watched(quiet(300, 2_000));
    await vi.advanceTimersByTimeAsync(0);
    expect(over()).toBe(true);
  });

  test('waits for the answer, and for as long after it as it was told', async () => {
    const request = aRequest();
    const over = watched(quiet(300, 60_000));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(over()).toBe(false);
    request.close();
    await vi.advanceTimersByTimeAsync(250);
    expect(over()).toBe(false);
    await vi.advanceTimersByTimeAsync(400);
    expect(over()).toBe(true);
  });

  test('is not kept for ever by a busy day', async () => {
    const request = aRequest();
    const over = watched(quiet(300, 2_000));
    await vi.advanceTimersByTimeAsync(1_900);
    expect(over()).toBe(false);
    await vi.advanceTimersByTimeAsync(200);
    expect(over()).toBe(true);
    request.close();
  });
});
