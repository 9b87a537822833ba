import { useLocation } from '@remix-run/react';
import { useEffect, useState } from 'react';
import { ownBuild } from './worker.client.ts';

/**
 * Whether the page that the reader has gone to was answered by another build than the one whose scripts run here: then
 * its document is loaded, and until then nothing of it may be shown. Who stays on a page goes on with what is there.
 * @param build of the root loader; null where builds have no version
 */
export function useOtherBuild(build: string | null): boolean {
  const { key } = useLocation();
  const [lastOwn, setLastOwn] = useState(key);
  const own = typeof window === 'undefined' ? undefined : ownBuild();
  const isOwn = build === null || own === undefined || build === own;
  if (isOwn && lastOwn !== key) setLastOwn(key);
  const isOther = !isOwn && lastOwn !== key;
  useEffect(() => {
    if (isOther) window.location.reload();
  }, [isOther]);
  return isOther;
}
