import type { Server, Socket } from 'socket.io';
import type { Session } from '#app/domain/account/session.ts';
import type { Actor } from '#app/domain/actor.ts';
import { readSession } from '#app/http/session.server.ts';
import type { ClientToServer, Presence, ServerToClient } from './contract.ts';

/** What the server keeps of a socket. A guest has no `person`. */
export type SocketData = {
  person: { sessionId: string; seatId: string; formerly: boolean; who: Presence } | null;
  /** Ids of the threads that are open in it. */
  watched: string[];
};

/** What the processes behind one address tell each other, besides what goes to rooms. */
type BetweenProcesses = {
  /** Some who have the thread open may not read it any more. */
  readersTaken: (threadId: string) => void;
};

export type Hub = Server<ClientToServer, ServerToClient, BetweenProcesses, SocketData>;
export type HubSocket = Socket<ClientToServer, ServerToClient, BetweenProcesses, SocketData>;

/** How others see this person. */
export function presenceOf({ accountId, governmentId, name, nameLatin }: Actor): Presence {
  return { accountId, governmentId, name, nameLatin };
}

/** Says that the rights changed, and closes: the page reloads and comes back with what it may now. */
function putOut(socket: HubSocket): void {
  socket.emit('signedOut');
  socket.disconnect(true);
}

/**
 * Who acts through this socket now, looked up anew: it is put out when its session ended or acts in another seat.
 * Null for guests and for whoever was put out.
 */
export async function actorOf(
  socket: HubSocket,
  find: typeof readSession = readSession,
): Promise<Actor | null> {
  const { person } = socket.data;
  if (!person) return null;
  const session: Session | null = await find(socket.handshake.headers.cookie);
  const actor = session?.id === person.sessionId ? session.actor : null;
  const isSame = actor?.seatId === person.seatId && (actor.formerly !== undefined) === person.formerly;
  if (actor && isSame) return actor;
  putOut(socket);
  return null;
}
