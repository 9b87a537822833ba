import { lookAtOnceAndThen } from '../look-now-and-then.server.ts';
import { tellOfEmptySeats } from './tell-of-empty-seats.server.ts';
import { startDueHandovers } from './start-handover.server.ts';

const lookEveryMs = 60_000;

/** Looks now and then for tenures that ended by themselves and for seats that stand empty. @returns how to stop */
export function startWatchingSeats(): () => void {
  const look = async () => {
    await startDueHandovers();
    await tellOfEmptySeats();
  };
  return lookAtOnceAndThen(look, lookEveryMs, 'The seats were not looked at.');
}
