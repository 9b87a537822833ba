import { useEffect, useRef } from 'react';
import type { ThreadSubject } from '#prisma/generated/enums.ts';
import { onRightsChanged } from './connection.client.ts';
import type { Hint } from './contract.ts';
import { reloadPage } from './reload-page.client.ts';
import { useConnection } from './use-connection.ts';
import { whenAwake } from './when-awake.ts';

type LiveOptions = {
  /** Hints about these reload the page's loaders; all kinds when left out, none for `[]`. */
  readonly subjects?: readonly ThreadSubject[] | undefined;
  /** Only hints about this thread. */
  readonly threadId?: string | undefined;
};

const withoutSocketMs = 20_000;

/**
 * Keeps a page that shows many things true: its loaders run again on hints (at most every 300 ms), once after a
 * reconnection, when the page is shown again, and now and then where sockets do not get through. Every page also hears
 * of its own notifications.
 */
export function useLive({ subjects, threadId }: LiveOptions = {}): { connected: boolean } {
  const { socket, connected } = useConnection();
  const latest = useRef({ subjects, threadId });
  useEffect(() => {
    latest.current = { subjects, threadId };
  });

  useEffect(() => {
    if (!socket) return;
    // A page that nobody looks at catches up when it is shown.
    let missed = false;
    let hadConnection = socket.connected;
    const reload = () => {
      // Without a network the loaders would fail, and an error page would stand where somebody reads or writes.
      if (navigator.onLine) reloadPage();
      else missed = true;
    };
    const ask = () => {
      if (document.visibilityState === 'visible') reload();
      else missed = true;
    };
    const onHint = (hint: Hint) => {
      const { subjects: wanted, threadId: only } = latest.current;
      if (
        (wanted === undefined || wanted.includes(hint.subject)) &&
        (only === undefined || only === hint.threadId)
      )
        ask();
    };
    const onConnect = () => {
      if (hadConnection) ask();
      hadConnection = true;
    };
    const awake = whenAwake(() => {
      const wanted = missed || !socket.connected;
      missed = false;
      if (wanted) reload();
    });
    const polling = setInterval(() => {
      if (!socket.connected && navigator.onLine) ask();
    }, withoutSocketMs);
    const rights = onRightsChanged(reload);
    socket.on('hint', onHint);
    socket.on('notified', ask);
    socket.on('connect', onConnect);
    return () => {
      socket.off('hint', onHint);
      socket.off('notified', ask);
      socket.off('connect', onConnect);
      rights();
      awake();
      clearInterval(polling);
    };
  }, [socket]);

  return { connected };
}
