import { startWorker } from '../start-worker.server.ts';
import { done, refuse, type Result } from '../result.ts';
import type { PaperTask } from './paper-worker.server.ts';

/** One after another: fonts and pages take memory. Who comes when so many wait is told to come again. */
const mostWaiting = 12;
const mostMs = 60_000;
const mostMegabytes = 768;

let waiting = 0;
let last: Promise<unknown> = Promise.resolve();

/** Writes papers as one file, in a thread of its own: nobody else's request waits for it. */
export async function writePaper(task: PaperTask): Promise<Result<Uint8Array<ArrayBuffer>>> {
  if (waiting >= mostWaiting) return refuse('paper_busy');
  waiting += 1;
  const turn = last.then(() => writeAside(task));
  last = turn.catch(() => {});
  try {
    return done(await turn);
  } finally {
    waiting -= 1;
  }
}

function writeAside(task: PaperTask): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const worker = startWorker('paper-worker', {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
    });
    const limit = setTimeout(() => fail(new Error('The paper took too long.')), mostMs);
    const fail = (error: Error) => {
      clearTimeout(limit);
      reject(error);
      void worker.terminate();
    };
    worker.once('message', (file: Uint8Array<ArrayBuffer>) => {
      clearTimeout(limit);
      resolve(file);
      void worker.terminate();
    });
    worker.once('error', (error) => fail(error instanceof Error ? error : new Error(String(error))));
    worker.once('exit', () => fail(new Error('The paper was not written.')));
  });
}
