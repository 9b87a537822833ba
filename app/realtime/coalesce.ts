/**
 * Runs `work` soon after it was asked for, however often that was: never twice at a time, at most once per
 * `everyMs`, and once more when it was asked for meanwhile.
 */
export function coalesce(
  work: () => Promise<void> | void,
  everyMs: number,
): { ask: () => void; stop: () => void } {
  let wanted = false;
  let running = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = Number.NEGATIVE_INFINITY;

  const run = async () => {
    timer = undefined;
    wanted = false;
    running = true;
    last = Date.now();
    try {
      await work();
    } finally {
      running = false;
      if (wanted) plan();
    }
  };
  const plan = () => {
    if (timer !== undefined || running) return;
    timer = setTimeout(() => void run(), Math.max(0, last + everyMs - Date.now()));
  };
  return {
    ask: () => {
      wanted = true;
      plan();
    },
    stop: () => {
      wanted = false;
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
