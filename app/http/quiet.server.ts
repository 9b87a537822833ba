import type { RequestHandler } from 'express';
import { oncePerProcess } from '#app/db/once-per-process.server.ts';

const hands = oncePerProcess('requests-in-hand', () => ({ count: 0, endedAt: Number.NEGATIVE_INFINITY }));

/** Counts the requests that are being answered, for `quiet`. */
export function countRequests(): RequestHandler {
  return (_request, response, next) => {
    hands.count += 1;
    response.once('close', () => {
      hands.count -= 1;
      hands.endedAt = performance.now();
    });
    next();
  };
}

/**
 * Waits until nobody has been answered for `forMs`, as who asked once mostly asks again: for work in the background that
 * would take the database from them. At most `atMostMs`, so that it gets done on a busy day, too.
 */
export async function quiet(forMs: number, atMostMs: number): Promise<void> {
  const giveUpAt = performance.now() + atMostMs;
  for (;;) {
    const now = performance.now();
    const since = hands.count > 0 ? 0 : now - hands.endedAt;
    if (since >= forMs || now >= giveUpAt) return;
    const left = Math.min(forMs - since, giveUpAt - now) + 1;
    await new Promise((resolve) => setTimeout(resolve, left).unref());
  }
}
