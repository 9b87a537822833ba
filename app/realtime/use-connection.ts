import { useRouteLoaderData } from '@remix-run/react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { isConnected, type LiveSocket, onConnectionChange, openConnection } from './connection.client.ts';

/** The socket of this tab, and whether it is connected. There is none on the server and before the first effect. */
export function useConnection(): { socket: LiveSocket | null; connected: boolean } {
  const root = useRouteLoaderData('root');
  const token = tokenOf(root);
  const readAt = readAtOf(root);
  const [socket, setSocket] = useState<LiveSocket | null>(null);
  useEffect(() => setSocket(openConnection(token, readAt)), [token, readAt]);
  const connected = useSyncExternalStore(subscribe, isConnected, () => false);
  return { socket, connected };
}

/** Does not name the browser's function itself: on the server its file is empty. */
function subscribe(listener: () => void): () => void {
  return onConnectionChange(listener);
}

function tokenOf(root: unknown): string | null {
  if (typeof root !== 'object' || root === null || !('socketToken' in root)) return null;
  return typeof root.socketToken === 'string' ? root.socketToken : null;
}

function readAtOf(root: unknown): Date | null {
  return typeof root === 'object' && root !== null && 'now' in root && root.now instanceof Date
    ? root.now
    : null;
}
