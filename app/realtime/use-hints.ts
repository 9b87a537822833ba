import { useEffect, useRef } from 'react';
import { coalesce } from './coalesce.ts';
import type { Hint } from './contract.ts';
import { useConnection } from './use-connection.ts';
import { whenAwake } from './when-awake.ts';

/** A busy network tells many times a second. */
const everyMs = 1_000;

/**
 * Asks again for a part of the page on hints, at most once a second, and when the page may have missed some: for what a
 * whole page need not be loaded again.
 * @param concerns which hints; all when left out
 */
export function useHints(ask: () => void, concerns: (hint: Hint) => boolean = () => true): void {
  const { socket } = useConnection();
  const latest = useRef({ ask, concerns });
  useEffect(() => {
    latest.current = { ask, concerns };
  });
  useEffect(() => {
    if (!socket) return;
    let missed = false;
    const asking = coalesce(() => latest.current.ask(), everyMs);
    const onHint = (hint: Hint) => {
      if (!latest.current.concerns(hint)) return;
      if (document.visibilityState === 'visible' && navigator.onLine) asking.ask();
      else missed = true;
    };
    const onDisconnect = () => {
      missed = true;
    };
    const catchUp = () => {
      if (!missed || !socket.connected) return;
      missed = false;
      asking.ask();
    };
    const awake = whenAwake(catchUp);
    socket.on('hint', onHint);
    socket.on('disconnect', onDisconnect);
    socket.on('connect', catchUp);
    return () => {
      socket.off('hint', onHint);
      socket.off('disconnect', onDisconnect);
      socket.off('connect', catchUp);
      awake();
      asking.stop();
    };
  }, [socket]);
}
