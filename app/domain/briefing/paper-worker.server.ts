import { parentPort, workerData } from 'node:worker_threads';
import type { MapPicture, Paper } from './paper.ts';
import { writeDocx } from './write-docx.server.ts';
import { writePdf } from './write-pdf.server.ts';

const writers = { pdf: writePdf, docx: writeDocx } as const;
export type PaperForm = keyof typeof writers;

/** What this thread is started with; it says the finished file and ends. */
export type PaperTask = {
  form: PaperForm;
  papers: readonly Paper[];
  pictures: readonly (MapPicture | null)[];
};

if (parentPort) {
  const { form, papers, pictures }: PaperTask = workerData;
  const file = await writers[form](papers, pictures);
  parentPort.postMessage(file);
}
