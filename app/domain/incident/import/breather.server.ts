import { setImmediate as nextTurn } from 'node:timers/promises';

/** Work goes on at most so long before others of this process get their turn, milliseconds. */
const mostMs = 20;

/** Called between the steps of long work: lets everybody else go first when it has been long enough. */
export function makeBreather(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < mostMs) return;
    await nextTurn();
    since = performance.now();
  };
}
