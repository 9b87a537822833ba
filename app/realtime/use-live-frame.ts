import { useEffect, useState } from 'react';
import { useLive } from './use-live.ts';
import { useOutbox } from './use-outbox.ts';

/** A connection that is back this soon is not worth a word. */
const quietMs = 6_000;

/**
 * What the frame of every page keeps true: the reader's own notifications, posts that wait on this device (they are
 * sent from any page), and whether live news arrive.
 */
export function useLiveFrame(accountId: string | null): { live: 'live' | 'connecting'; waiting: number } {
  const { connected } = useLive({ subjects: [] });
  const { posts } = useOutbox(accountId);
  const [gone, setGone] = useState(false);
  useEffect(() => {
    if (connected) return;
    const timer = setTimeout(() => setGone(true), quietMs);
    return () => {
      clearTimeout(timer);
      setGone(false);
    };
  }, [connected]);
  return {
    live: gone ? 'connecting' : 'live',
    waiting: posts.filter(({ state }) => state === 'waiting').length,
  };
}
