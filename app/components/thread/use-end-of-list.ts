import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** How far below the window the end may lie to count as seen. */
const slackPx = 120;

/**
 * Keeps a growing list quiet: a reader at its end stays there, for others the page stands still and the news are
 * counted until they come to the end.
 * @param last number of the newest entry
 */
export function useEndOfList(
  end: RefObject<HTMLElement | null>,
  last: number,
): { unseen: number; show: () => void } {
  const wasAt = useRef<{ top: number; atEnd: boolean } | null>(null);
  const [seen, setSeen] = useState(last);
  const latest = useRef(last);

  useEffect(() => {
    const look = () => {
      wasAt.current = measure(end.current);
      if (wasAt.current?.atEnd) setSeen(latest.current);
    };
    look();
    window.addEventListener('scroll', look, { passive: true });
    window.addEventListener('resize', look);
    return () => {
      window.removeEventListener('scroll', look);
      window.removeEventListener('resize', look);
    };
  }, [end]);

  useBrowserLayoutEffect(() => {
    const before = wasAt.current;
    const now = measure(end.current);
    const grew = last !== latest.current;
    latest.current = last;
    if (grew && before?.atEnd && now) {
      window.scrollBy(0, now.top - before.top);
      setSeen(last);
    }
    wasAt.current = measure(end.current);
  }, [end, last]);

  const show = () => end.current?.scrollIntoView({ block: 'end', behavior: 'smooth' });
  return { unseen: Math.max(0, last - seen), show };
}

function measure(element: HTMLElement | null) {
  if (!element) return null;
  const { top } = element.getBoundingClientRect();
  return { top, atEnd: top < window.innerHeight + slackPx };
}

const useBrowserLayoutEffect = typeof window === 'undefined' ? useEffect : useLayoutEffect;
