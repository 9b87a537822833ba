import { oncePerProcess } from '#app/db/once-per-process.server.ts';

type Listener = (sessionIds: readonly string[]) => void;

const listeners = oncePerProcess('sessions-ended', () => new Set<Listener>());

/** Lets `listener` hear of sessions whose rights ended or changed, so that their sockets are put out at once. */
export function onSessionsEnded(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Call after the commit. */
export function sayThatSessionsEnded(sessionIds: readonly string[]): void {
  if (sessionIds.length === 0) return;
  for (const listener of listeners) listener(sessionIds);
}
