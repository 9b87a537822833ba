import { startWorker } from '../../start-worker.server.ts';
import { readSheet } from './read-sheet.server.ts';
import type { ReadSheet, Sheet } from './sheet.ts';
import type { SheetPart } from './sheet-worker.server.ts';

/** A plain text so small is read faster than a thread starts. A small zip may unpack to a large workbook. */
const smallBytes = 256 * 1024;
const zip = 0x50;
const oldWorkbook = 0xd0;
/** More than a sheet at our limits takes, by far: what needs more is no honest file. */
const mostMegabytes = 1_536;
const mostMs = 120_000;

/**
 * `readSheet` in a thread of its own: nobody else waits while a large sheet is read, and a file that is made to exhaust
 * memory or time ends its thread and not the server. The thread's sheet comes over in parts.
 */
export async function readSheetAside(bytes: Uint8Array): Promise<ReadSheet> {
  const isText = bytes[0] !== zip && bytes[0] !== oldWorkbook;
  if (bytes.length === 0 || (isText && bytes.length <= smallBytes)) return readSheet(bytes);
  return new Promise((resolve) => {
    const worker = startWorker('sheet-worker', {
      workerData: bytes,
      resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
    });
    let head: Omit<Sheet, 'rows'> | undefined;
    const rows: Sheet['rows'] = [];
    const end = (read: ReadSheet) => {
      clearTimeout(limit);
      resolve(read);
      void worker.terminate();
    };
    const giveUp = () => end({ ok: false, fault: 'unpacks_too_large', line: 1 });
    const limit = setTimeout(giveUp, mostMs);
    worker.on('message', (part: SheetPart) => {
      if (part.what === 'fault') return end(part.read);
      if (part.what === 'end') return head ? end({ ok: true, sheet: { ...head, rows } }) : giveUp();
      if (part.what === 'head') head = part.head;
      else rows.push(...part.rows);
      worker.postMessage(null);
    });
    worker.on('error', (error) => {
      console.error('A sheet could not be read in its thread.', error);
      giveUp();
    });
    worker.on('exit', giveUp);
  });
}
