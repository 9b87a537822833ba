/**
 * Looks for work of one kind now and then, whatever became of the last look, and keeps no process alive for it.
 * @param complaint for the log, when a look fails
 * @returns how to stop
 */
export function lookNowAndThen(look: () => Promise<unknown>, everyMs: number, complaint: string): () => void {
  const timer = setInterval(() => {
    look().catch((error: unknown) => console.error(complaint, error));
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}

/** `lookNowAndThen`, and at once. */
export function lookAtOnceAndThen(
  look: () => Promise<unknown>,
  everyMs: number,
  complaint: string,
): () => void {
  look().catch((error: unknown) => console.error(complaint, error));
  return lookNowAndThen(look, everyMs, complaint);
}
