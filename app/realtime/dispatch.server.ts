import type { Event } from 'socket.io';
import { z } from 'zod';
import type { Actor } from '#app/domain/actor.ts';
import { readHead } from '#app/domain/thread/find-entries.server.ts';
import { mayPost } from '#app/domain/thread/policy.ts';
import type { ClientToServer, WatchAnswer } from './contract.ts';
import type { makePresence } from './presence.server.ts';
import { rooms } from './rooms.ts';
import { actorOf, type HubSocket, presenceOf } from './sockets.server.ts';
import { makeTokenBuckets } from './token-bucket.ts';

const watchedPerSocket = 20;
const typingMs = 1_500;
const eventsOfAccount = { burst: 60, perSecond: 8 };

const aboutThread = z.object({ threadId: z.uuid() });
type AboutThread = z.output<typeof aboutThread>;

type Handler = {
  input: typeof aboutThread;
  handle: (socket: HubSocket, actor: Actor, input: AboutThread) => Promise<unknown>;
};

/**
 * What a socket may say: name -> shape -> right -> handler. Anything else is nothing. The right is looked up anew for
 * every event, and no fault of a handler reaches the process.
 */
export function makeDispatch(presence: ReturnType<typeof makePresence>) {
  const budget = makeTokenBuckets(eventsOfAccount);
  const lastTyped = new WeakMap<HubSocket, number>();
  const sweeping = setInterval(() => budget.sweep(), 60_000);
  sweeping.unref();

  const table = {
    watch: {
      input: aboutThread,
      /** In the room first, then the head: what happens in between is told and not missed. */
      handle: async (socket, actor, { threadId }): Promise<WatchAnswer> => {
        const { watched } = socket.data;
        if (!watched.includes(threadId) && watched.length >= watchedPerSocket) return { ok: false };
        if (!(await readHead(actor, threadId))) return { ok: false };
        await socket.join([rooms.thread(threadId), rooms.threadOf(threadId, actor.governmentId)]);
        const thread = await readHead(actor, threadId);
        if (!thread) {
          await leave(socket, threadId, actor.governmentId);
          return { ok: false };
        }
        if (!watched.includes(threadId)) socket.data.watched = [...watched, threadId];
        presence.changed(threadId);
        return { ok: true, ...thread, present: await presence.find(threadId) };
      },
    },
    unwatch: {
      input: aboutThread,
      handle: async (socket, actor, { threadId }) => {
        if (!socket.data.watched.includes(threadId)) return;
        await leave(socket, threadId, actor.governmentId);
        presence.changed(threadId);
      },
    },
    typing: {
      input: aboutThread,
      handle: async (socket, actor, { threadId }) => {
        const now = Date.now();
        if (now - (lastTyped.get(socket) ?? 0) < typingMs) return;
        lastTyped.set(socket, now);
        if (!socket.data.watched.includes(threadId) || !mayPost(actor) || !(await readHead(actor, threadId)))
          return;
        socket.to(rooms.thread(threadId)).emit('typing', { threadId, who: presenceOf(actor) });
      },
    },
  } satisfies Record<keyof ClientToServer, Handler>;
  const handlers = new Map<string, Handler>(Object.entries(table));

  return async (socket: HubSocket, [name, ...said]: Event): Promise<void> => {
    const last: unknown = said.at(-1);
    const answer =
      typeof last === 'function'
        ? (value: unknown) => void Reflect.apply(last, undefined, [value])
        : () => {};
    try {
      const handler = handlers.get(name);
      const input = handler?.input.safeParse(said[0]);
      const { person } = socket.data;
      if (!handler || !input?.success || !person || !budget.take(person.who.accountId))
        return answer({ ok: false });
      const actor = await actorOf(socket);
      answer(actor ? await handler.handle(socket, actor, input.data) : { ok: false });
    } catch (error) {
      console.error(`A socket's ${name.slice(0, 40)} was not handled.`, error);
      answer({ ok: false });
    }
  };
}

/** Out of the rooms of a thread. */
export async function leave(socket: HubSocket, threadId: string, governmentId: string): Promise<void> {
  socket.data.watched = socket.data.watched.filter((id) => id !== threadId);
  await socket.leave(rooms.thread(threadId));
  await socket.leave(rooms.threadOf(threadId, governmentId));
}
