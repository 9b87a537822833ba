import { useEffect, useState } from 'react';
import { type Drained, type KeptReport, keptReports, onReportsChange, sendKept } from './report-store.ts';

const everyMs = 30_000;
const complain = (error: unknown) => console.info('The browser keeps no reports.', error);

/** Calls back when the network is back or the page is shown again; answers with how to stop. */
export type WhenAwake = (callback: () => void) => () => void;

/**
 * How many reports of this account wait on this device. Sends them from any page: when it opens, when the network is
 * back or the page is shown again, and now and then; `onEnd` hears of what went or was refused.
 */
export function useReportQueue(
  accountId: string | null,
  whenAwake: WhenAwake,
  onEnd: (drained: Drained) => void,
): number {
  const [waiting, setWaiting] = useState(0);
  useEffect(() => {
    if (accountId === null) return;
    let left = 0;
    const count = () =>
      void keptReports(accountId).then((reports) => {
        left = reports.filter(({ state }) => state === 'waiting').length;
        setWaiting(left);
      }, complain);
    const tell = (drained: Drained) => {
      if (drained.sent + drained.refused > 0) onEnd(drained);
    };
    const send = () => void sendKept(accountId).then(tell, complain);
    count();
    // What was refused before is told of again: nobody may have seen it.
    void keptReports(accountId).then(
      (reports) => tell({ sent: 0, refused: reports.filter(({ state }) => state === 'refused').length }),
      complain,
    );
    if (navigator.onLine) send();
    const timer = setInterval(() => {
      if (left > 0 && navigator.onLine) send();
    }, everyMs);
    const awake = whenAwake(send);
    const stop = onReportsChange(count);
    return () => {
      clearInterval(timer);
      awake();
      stop();
    };
  }, [accountId, whenAwake, onEnd]);
  return waiting;
}

/** The reports of this account on this device, and the key of the one that is being sent. */
export function useReportsOnDevice(accountId: string): {
  reports: readonly KeptReport[];
  sending: string | null;
} {
  const [reports, setReports] = useState<readonly KeptReport[]>([]);
  const [sending, setSending] = useState<string | null>(null);
  useEffect(() => {
    const read = (key: string | null) => {
      setSending(key);
      void keptReports(accountId).then(setReports, complain);
    };
    read(null);
    return onReportsChange(read);
  }, [accountId]);
  return { reports, sending };
}
