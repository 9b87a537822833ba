import { coalesce } from './coalesce.ts';

const everyMs = 300;

const reload = coalesce(async () => {
  await settled();
  globalThis.__remixRouter.revalidate();
  await settled();
}, everyMs);

/**
 * Runs the loaders of the open page again, for everybody on it who hears of news: at most every 300 ms, and never while
 * they are running or somebody is on the way to another page. A second run would throw the first one's answers away, and
 * with news that come faster than answers none would ever arrive.
 */
export function reloadPage(): void {
  reload.ask();
}

/** Nothing is being loaded. */
function settled(): Promise<void> {
  const router = globalThis.__remixRouter;
  const isSettled = () => router.state.navigation.state === 'idle' && router.state.revalidation === 'idle';
  return new Promise((resolve) => {
    if (isSettled()) return resolve();
    const stop = router.subscribe(() => {
      if (!isSettled()) return;
      stop();
      resolve();
    });
  });
}
