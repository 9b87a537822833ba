import type { IncomingMessage, Server as HttpServer } from 'node:http';
import type { Http2SecureServer } from 'node:http2';
import { createAdapter } from '@socket.io/redis-streams-adapter';
import { Redis } from 'ioredis';
import { Server } from 'socket.io';
import { z } from 'zod';
import { haveNews } from '#app/domain/thread/find-whether-news.server.ts';
import { getEnv } from '#app/env.server.ts';
import { isOwnHandshake } from '#app/http/security.server.ts';
import { checkSocketToken, onSessionsEnded, readSession } from '#app/http/session.server.ts';
import { startBroadcasting } from './broadcast.server.ts';
import { makeDispatch } from './dispatch.server.ts';
import { startHeads } from './heads.server.ts';
import { makePresence } from './presence.server.ts';
import { rooms } from './rooms.ts';
import { type Hub, type HubSocket, presenceOf } from './sockets.server.ts';
import { makeTokenBuckets } from './token-bucket.ts';

const payloadBytes = 64 * 1024;
const socketsPerAccount = 30;
/** A whole office may come from one address. */
const socketsPerAddress = 500;
const handshakesOfAddress = { burst: 200, perSecond: 20 };

const momentSchema = z.iso.datetime().pipe(z.coerce.date());

let running: { io: Hub; close: () => Promise<void> } | undefined;

/**
 * Socket.IO on this HTTP server. Sockets tell and never write; what they lose is found again over HTTP (realtime rules:
 * numbers per thread, heads, catching up). `attachRealtime.close()` says good-bye.
 */
export const attachRealtime = Object.assign(attach, { close: async () => running?.close() });

function attach(httpServer: HttpServer | Http2SecureServer): void {
  const handshakes = makeTokenBuckets(handshakesOfAddress);
  const io: Hub = new Server(httpServer, {
    transports: ['websocket'],
    serveClient: false,
    perMessageDeflate: false,
    httpCompression: false,
    maxHttpBufferSize: payloadBytes,
    connectTimeout: 10_000,
    allowRequest: (request, answer) => {
      const allowed = isOwnHandshake(request) && handshakes.take(addressOf(request));
      answer(allowed ? null : 'refused', allowed);
    },
  });
  const redis = connectProcesses(io);
  const presence = makePresence(io);
  const dispatch = makeDispatch(presence);
  const counted = makeCounted();

  io.use((socket, next) => {
    admit(counted, socket).then(
      (refusal) => next(refusal === null ? undefined : new Error(refusal)),
      (error: unknown) => {
        console.error('A socket could not be admitted.', error);
        next(new Error('try_again'));
      },
    );
  });
  io.on('connection', (socket) => {
    const names = [addressOf(socket.request), socket.data.person?.who.accountId];
    counted.add(names);
    socket.on('disconnect', () => counted.remove(names));
    // Never calls `next`: what comes in is dispatched here and nowhere else.
    socket.use((packet) => void dispatch(socket, packet));
    tellNews(socket).catch((error: unknown) => console.error('A socket did not hear of news.', error));
    socket.on('disconnect', () => {
      for (const threadId of socket.data.watched) presence.changed(threadId);
    });
  });

  const stopBroadcasting = startBroadcasting(io, presence, (threadId) => {
    // Without others Socket.IO would complain that nobody hears it.
    if (redis) io.serverSideEmit('readersTaken', threadId);
  });
  const stopHeads = startHeads(io);
  const stopListening = onSessionsEnded((sessionIds) => {
    const theirs = io.in(sessionIds.map(rooms.session));
    theirs.emit('signedOut');
    theirs.disconnectSockets(true);
  });
  const sweeping = setInterval(() => handshakes.sweep(), 60_000);
  sweeping.unref();

  running = {
    io,
    close: async () => {
      clearInterval(sweeping);
      stopHeads();
      stopListening();
      presence.stop();
      await stopBroadcasting();
      await io.close();
      redis?.disconnect();
      running = undefined;
    },
  };
}

type Counted = ReturnType<typeof makeCounted>;

/** How many open sockets there are of an address and of an account. */
function makeCounted() {
  const counts = new Map<string, number>();
  const change = (by: 1 | -1) => (names: readonly (string | undefined)[]) => {
    for (const name of names) {
      if (name === undefined) continue;
      const count = (counts.get(name) ?? 0) + by;
      if (count > 0) counts.set(name, count);
      else counts.delete(name);
    }
  };
  return { of: (name: string) => counts.get(name) ?? 0, add: change(1), remove: change(-1) };
}

/** Null when the socket may stay, else why not. Fills `socket.data` and lets it into the rooms of its reader. */
async function admit(counted: Counted, socket: HubSocket): Promise<'signed_out' | 'too_many' | null> {
  const token: unknown = socket.handshake.auth.token;
  const session = await readSession(socket.handshake.headers.cookie);
  socket.data.watched = [];
  socket.data.person = null;
  if (!session && token) return 'signed_out';
  if (session && !checkSocketToken(session.id, token)) return 'signed_out';

  if (counted.of(addressOf(socket.request)) >= socketsPerAddress) return 'too_many';
  if (!session?.actor) {
    await socket.join(rooms.public);
    return null;
  }
  const { actor } = session;
  if (counted.of(actor.accountId) >= socketsPerAccount) return 'too_many';
  const formerly = actor.formerly !== undefined;
  socket.data.person = { sessionId: session.id, seatId: actor.seatId, formerly, who: presenceOf(actor) };
  const { governmentId, seatId } = actor;
  await socket.join(rooms.session(session.id));
  // Who has left the seat hears of the threads that they open, and of nothing else.
  if (!formerly) await socket.join([rooms.network, rooms.government(governmentId), rooms.seat(seatId)]);
  return null;
}

/** The page was read before its socket was in its rooms: what happened in between is in neither. */
async function tellNews(socket: HubSocket): Promise<void> {
  const readAt = momentSchema.safeParse(socket.handshake.auth.readAt);
  if (!readAt.success) return;
  const session = await readSession(socket.handshake.headers.cookie);
  if (await haveNews(session?.actor ?? null, readAt.data)) socket.emit('behind');
}

/** With REDIS_URL several processes hear of each other's events; it may lose them, and nothing breaks. */
function connectProcesses(io: Hub): Redis | undefined {
  const { REDIS_URL } = getEnv();
  if (!REDIS_URL) return undefined;
  const redis = new Redis(REDIS_URL);
  redis.on('error', (error: unknown) => console.error('Redis does not answer.', error));
  io.adapter(createAdapter(redis));
  return redis;
}

/** Behind a proxy that we trust, the address that it names. */
function addressOf({ headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>): string {
  const forwarded = getEnv().TRUST_PROXY ? headers['x-forwarded-for'] : undefined;
  const first = (Array.isArray(forwarded) ? forwarded[0] : forwarded)?.split(',')[0]?.trim();
  return first ?? socket.remoteAddress ?? 'unknown';
}
