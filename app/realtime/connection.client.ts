import { io, type Socket } from 'socket.io-client';
import type { ClientToServer, ServerToClient } from './contract.ts';
import { reloadPage } from './reload-page.client.ts';

export type LiveSocket = Socket<ServerToClient, ClientToServer>;

let socket: LiveSocket | undefined;
let token: string | null = null;
let readAt: Date | null = null;
let comeBack: ReturnType<typeof setTimeout> | undefined;
const changed = new Set<() => void>();
const rightsChanged = new Set<() => void>();

/**
 * The one socket of this tab. It reconnects by itself; a new token (sign-in, seat, sign-out) makes it knock again.
 * @param newReadAt when the page that is open was read, by the server's clock; what happened between then and the
 * connection is asked for as soon as it stands
 */
export function openConnection(newToken: string | null, newReadAt: Date | null): LiveSocket {
  const same = token === newToken;
  token = newToken;
  readAt = newReadAt;
  if (socket) {
    if (!same) socket.disconnect().connect();
    return socket;
  }
  const made: LiveSocket = io({
    transports: ['websocket'],
    auth: (answer) => answer({ token, readAt: readAt?.toISOString() }),
    reconnectionDelay: 500,
    reconnectionDelayMax: 10_000,
    timeout: 10_000,
  });
  made.on('connect', say);
  made.on('behind', reloadPage);
  made.on('disconnect', (reason) => {
    say();
    if (reason === 'io server disconnect') comeBackAfter(1_000);
  });
  made.on('connect_error', ({ message }) => {
    if (message === 'signed_out') sayRightsChanged();
    // Refused by the server: the manager does not try again by itself.
    if (!made.active) comeBackAfter(15_000);
  });
  made.on('signedOut', sayRightsChanged);
  socket = made;
  return made;
}

/** Whether news arrive by themselves now. */
export function isConnected(): boolean {
  return socket?.connected ?? false;
}

/** Hears of connecting and disconnecting. */
export function onConnectionChange(listener: () => void): () => void {
  changed.add(listener);
  return () => changed.delete(listener);
}

/** Hears that the server put this tab out, or does not let it in: ask the loaders what is true. */
export function onRightsChanged(listener: () => void): () => void {
  rightsChanged.add(listener);
  return () => rightsChanged.delete(listener);
}

function comeBackAfter(milliseconds: number): void {
  clearTimeout(comeBack);
  comeBack = setTimeout(() => socket?.connect(), milliseconds);
}

function say(): void {
  for (const listener of changed) listener();
}

function sayRightsChanged(): void {
  for (const listener of rightsChanged) listener();
}
