import { useLocation, useNavigate, useSearchParams } from '@remix-run/react';
import { type RefObject, useEffect, useRef } from 'react';
import type { ReadThread } from '#app/domain/thread/read-thread.server.ts';
import { fetchInTime } from '#app/realtime/fetch-in-time.ts';

/** What the composer covers at the foot of the window: an entry below this line is not seen. */
const coveredPx = 120;
const saysAfterMs = 800;

/**
 * Brings the reader to where a thread was left: the entry of the address (`#12`, `?at=12`), else the first unread one,
 * else the end. Only when the page was opened: what the browser restored or the reader scrolled to stays.
 * @param alone whether the page is the thread's own; elsewhere only `#thread` leads there
 */
export function useOpeningPlace(thread: ReadThread, alone: boolean): void {
  const { hash, search } = useLocation();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const at = params.get('at');
  const first = useRef(thread.unread?.first ?? null);
  const came = useRef(false);
  useEffect(() => {
    const named = /^#(?:entry-)?(\d+)$/.exec(hash)?.[1] ?? (came.current ? null : at);
    const isFirst = !came.current;
    came.current = true;
    if (named) {
      const entry = document.getElementById(`entry-${named}`);
      if (entry) bring(entry, isFirst ? 'auto' : 'smooth');
      else if (hash && at !== named)
        void navigate(`?${withPlace(search, named)}#entry-${named}`, { replace: true });
      return;
    }
    if (!isFirst || window.scrollY > 0 || !(alone || hash === '#thread')) return;
    if (first.current !== null) document.getElementById('new-entries')?.scrollIntoView({ block: 'start' });
    else if (alone) document.getElementById('thread-end')?.scrollIntoView({ block: 'end' });
  }, [hash, at, search, navigate, alone]);
}

/** Tells the server how far the reader has come: up to the lowest entry that was in the window, never back. */
export function useReadMark(
  thread: ReadThread,
  list: RefObject<HTMLElement | null>,
  { cursor, isSignedIn }: { cursor: number; isSignedIn: boolean },
): void {
  const { threadId, unread, head } = thread;
  const said = useRef(unread ? unread.first - 1 : head);
  useEffect(() => {
    if (!isSignedIn) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      if (document.visibilityState !== 'visible' || !list.current) return;
      const upTo = lowestSeen(list.current, cursor);
      if (upTo <= said.current) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        const before = said.current;
        said.current = Math.max(before, upTo);
        markRead(threadId, upTo).catch((error: unknown) => {
          // It is said again with the next entry that is seen.
          console.info('How far the thread was read could not be kept.', error);
          said.current = before;
        });
      }, saysAfterMs);
    };
    look();
    window.addEventListener('scroll', look, { passive: true });
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('scroll', look);
      document.removeEventListener('visibilitychange', look);
    };
  }, [threadId, list, cursor, isSignedIn]);
}

/** Entries that do not show count as seen with the last one that does. */
function lowestSeen(list: HTMLElement, cursor: number): number {
  const rows = [...list.querySelectorAll<HTMLElement>('li[data-seq]')];
  const seen = rows.findLastIndex((row) => row.getBoundingClientRect().top < window.innerHeight - coveredPx);
  const row = rows[seen];
  if (!row) return 0;
  return seen === rows.length - 1 ? cursor : Number(row.dataset.seq);
}

async function markRead(threadId: string, upTo: number): Promise<void> {
  const response = await fetchInTime(
    `/threads/${threadId}/read`,
    {
      method: 'POST',
      body: new URLSearchParams({ upTo: `${upTo}` }),
      headers: { accept: 'application/json' },
      keepalive: true,
    },
    15_000,
  );
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
}

function bring(entry: HTMLElement, behavior: ScrollBehavior): void {
  entry.scrollIntoView({ block: 'center', behavior });
  entry.focus({ preventScroll: true });
}

function withPlace(search: string, at: string): string {
  const next = new URLSearchParams(search);
  next.set('at', at);
  return next.toString();
}
