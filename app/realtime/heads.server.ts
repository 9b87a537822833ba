import { readHead } from '#app/domain/thread/find-entries.server.ts';
import { readSession } from '#app/http/session.server.ts';
import { leave } from './dispatch.server.ts';
import { actorOf, type Hub } from './sockets.server.ts';

/** Between 20 and 30 s: a lost last entry leaves no hole that a reader could notice by itself. */
const everyMs = 25_000;

/**
 * Tells every socket of this process the newest numbers of its threads, and looks again at its rights: a session that
 * ended in another process, a thread that is no longer for its government.
 * @returns how to stop
 */
export function startHeads(io: Hub): () => void {
  let telling = false;
  const timer = setInterval(() => {
    if (telling) return;
    telling = true;
    tellHeads(io)
      .catch((error: unknown) => console.error('Heads were not told.', error))
      .finally(() => {
        telling = false;
      });
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}

async function tellHeads(io: Hub): Promise<void> {
  const findSession = remembering(readSession, (cookies) => cookies ?? '');
  // What may be seen depends on the government, and on the person only once they have left.
  const findHead = remembering(
    readHead,
    (reader, threadId) => `${reader?.governmentId}:${reader?.formerly ? reader.accountId : ''}:${threadId}`,
  );
  for (const socket of [...io.sockets.sockets.values()]) {
    const actor = await actorOf(socket, findSession);
    if (!actor) continue;
    const heads: { threadId: string; head: number }[] = [];
    for (const threadId of socket.data.watched) {
      const found = await findHead(actor, threadId);
      if (found) heads.push({ threadId, head: found.head });
      else await leave(socket, threadId, actor.governmentId);
    }
    if (heads.length > 0) socket.emit('heads', heads);
  }
}

/** Lets go of a thread whoever may not read it any more, as soon as this process hears of it. */
export async function lookAgain(io: Hub, threadId: string): Promise<void> {
  for (const socket of [...io.sockets.sockets.values()]) {
    if (!socket.data.watched.includes(threadId)) continue;
    const actor = await actorOf(socket);
    if (actor && !(await readHead(actor, threadId))) await leave(socket, threadId, actor.governmentId);
  }
}

/** Asks once for the same thing during one round. */
function remembering<Args extends unknown[], T>(
  ask: (...args: Args) => Promise<T>,
  key: (...args: Args) => string,
) {
  const answers = new Map<string, Promise<T>>();
  return (...args: Args): Promise<T> => {
    const known = answers.get(key(...args));
    if (known) return known;
    const asked = ask(...args);
    answers.set(key(...args), asked);
    return asked;
  };
}
