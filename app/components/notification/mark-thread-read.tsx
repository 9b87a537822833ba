import { useRevalidator } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';

type MarkThreadReadProps = {
  readonly threadId: string;
  /** Number of the newest entry on the screen. */
  readonly upTo: number;
};

/**
 * Says that the reader has the thread on the screen up to a number: its notifications are read then. Says it again for
 * what arrives while the page is looked at, and when the network is back. Nothing for guests: leave it out.
 */
export function MarkThreadRead({ threadId, upTo }: MarkThreadReadProps) {
  const { revalidate } = useRevalidator();
  const said = useRef('');
  /** What could not be said: not again until there is a reason to hope. */
  const waits = useRef('');
  const [underWay, setUnderWay] = useState(false);
  useEffect(() => {
    const say = async (): Promise<void> => {
      const what = `${threadId} ${upTo}`;
      // One at a time: the newest number includes the ones before it.
      if (document.visibilityState !== 'visible' || underWay) return;
      if (said.current === what || waits.current === what) return;
      setUnderWay(true);
      // By hand: without a network a fetcher would put an error page in the place of what is being read.
      try {
        const body = new URLSearchParams({ threadId, upTo: `${upTo}` });
        const { ok } = await fetch('/inbox/read', { method: 'POST', body });
        said.current = what;
        if (ok) revalidate();
      } catch (error) {
        waits.current = what;
        console.info('Read without a network; said later.', error);
      } finally {
        setUnderWay(false);
      }
    };
    const sayNow = () => {
      waits.current = '';
      void say();
    };
    void say();
    document.addEventListener('visibilitychange', sayNow);
    window.addEventListener('online', sayNow);
    return () => {
      document.removeEventListener('visibilitychange', sayNow);
      window.removeEventListener('online', sayNow);
    };
  }, [revalidate, underWay, threadId, upTo]);
  return null;
}
