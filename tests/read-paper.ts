import { spawnSync } from 'node:child_process';
import mammoth from 'mammoth';
import { inPath, install, mayInstall } from './debian.ts';

/** poppler's reader of PDF; installed where that may be done. */
function pdftotext(): string {
  const found = inPath('pdftotext');
  if (found) return found;
  if (mayInstall()) install('poppler-utils');
  const installed = inPath('pdftotext');
  if (!installed) throw new Error('pdftotext is needed: apt-get install poppler-utils');
  return installed;
}

/** The words of a PDF in their order. */
export function readPdf(bytes: Uint8Array): string {
  const { status, stdout, stderr } = spawnSync(pdftotext(), ['-layout', '-', '-'], { input: bytes });
  if (status !== 0) throw new Error(stderr.toString());
  return stdout.toString();
}

/** The words of a Word document, what its reader complains about, and how many pictures it shows. */
export async function readDocx(
  bytes: Uint8Array,
): Promise<{ text: string; faults: string[]; pictures: number }> {
  const input = { buffer: Buffer.from(bytes) };
  const { value: text, messages } = await mammoth.extractRawText(input);
  const html = await mammoth.convertToHtml(input);
  return {
    text,
    faults: [...messages, ...html.messages].map(({ message }) => message),
    pictures: html.value.split('<img ').length - 1,
  };
}
