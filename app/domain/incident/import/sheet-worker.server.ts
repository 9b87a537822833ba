import { parentPort, workerData } from 'node:worker_threads';
import { readSheet } from './read-sheet.server.ts';
import type { ReadSheet, Sheet } from './sheet.ts';

/** What this thread says, one at a time as it is asked: what was read without its rows, then the rows in parts. */
export type SheetPart =
  | { what: 'fault'; read: Extract<ReadSheet, { ok: false }> }
  | { what: 'head'; head: Omit<Sheet, 'rows'> }
  | { what: 'rows'; rows: Sheet['rows'] }
  | { what: 'end' };

/** Rows in one part: what the main thread takes in without making anybody wait. */
const partRows = 1_000;

if (parentPort && workerData instanceof Uint8Array) {
  const port = parentPort;
  const parts = partsOf(readSheet(workerData));
  const say = () => {
    const { value } = parts.next();
    if (value) port.postMessage(value);
    else port.close();
  };
  port.on('message', say);
  say();
}

function* partsOf(read: ReadSheet): Generator<SheetPart, undefined> {
  if (!read.ok) {
    yield { what: 'fault', read };
    return;
  }
  const { rows, ...head } = read.sheet;
  yield { what: 'head', head };
  for (let from = 0; from < rows.length; from += partRows)
    yield { what: 'rows', rows: rows.slice(from, from + partRows) };
  yield { what: 'end' };
}
