import { useRevalidator } from '@remix-run/react';
import { useEffect, useState } from 'react';
import { isOfKept } from './kept.ts';
import { keepForReader, keptDates, onKept } from './worker.client.ts';

/**
 * Keeps pages on this device for the reader, and tells how old this one is.
 * @param reader account and seat; what is kept changes with them
 * @param now of the root loader: when the server said what the page shows
 * @returns that moment, if the page came from the device; null when it came from the server
 */
export function useOffline(reader: string, now: Date): Date | null {
  const [dates, setDates] = useState<readonly number[]>([]);
  const { revalidate } = useRevalidator();
  const isOld = isOfKept(now, dates);
  useEffect(() => {
    const heard = () => setDates([...keptDates()]);
    heard();
    return onKept(heard);
  }, []);
  useEffect(() => {
    const keep = () => void keepForReader();
    keep();
    if (!('serviceWorker' in navigator)) return;
    navigator.serviceWorker.addEventListener('controllerchange', keep);
    return () => navigator.serviceWorker.removeEventListener('controllerchange', keep);
  }, [reader]);
  useEffect(() => {
    if (!isOld) return;
    window.addEventListener('online', revalidate);
    return () => window.removeEventListener('online', revalidate);
  }, [isOld, revalidate]);
  return isOld ? now : null;
}
