import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { fileTypeFromBuffer } from 'file-type';
import type { FileFormat } from '#prisma/generated/enums.ts';
import { fileTypes } from './attachment.ts';

/**
 * What a file is by its bytes, whatever its name says; null for everything that a post does not take. Office files with
 * macros, programs in a ZIP's clothes, web pages and pictures are none of them.
 */
export async function sniffFile(bytes: Uint8Array): Promise<FileFormat | null> {
  const mime = (await fileTypeFromBuffer(bytes))?.mime;
  if (mime === fileTypes.pdf) return 'pdf';
  if (mime === 'application/x-cfb')
    return isHwp(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)) ? 'hwp' : null;
  if (mime === fileTypes.zip || mime === fileTypes.docx || mime === fileTypes.xlsx)
    return formatOfZip(bytes, mime);
  // The mark of UTF-16 looks like the beginning of a sound.
  return (mime === undefined || isUtf16(bytes)) && isCsv(bytes) ? 'csv' : null;
}

/** By the parts that stand in it; nothing is unpacked. */
function formatOfZip(bytes: Uint8Array, mime: string): FileFormat | null {
  const names = new Set<string>();
  try {
    unzipSync(bytes, {
      filter: ({ name }) => {
        names.add(name);
        return false;
      },
    });
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
  if ([...names].some((name) => /vbaProject\.bin$/i.test(name))) return null;
  if (mime === fileTypes.docx) return names.has('word/document.xml') ? 'docx' : null;
  if (mime === fileTypes.xlsx) return names.has('xl/workbook.xml') ? 'xlsx' : null;
  return names.has('mimetype') && names.has('Contents/content.hpf') ? 'hwpx' : 'zip';
}

/**
 * HWP 5 is a compound file: its directory (entries of 128 bytes, names in UTF-16) has FileHeader and DocInfo, and the
 * header, which lies on a small sector of 64 bytes, begins with its signature.
 */
function isHwp(file: Buffer): boolean {
  return (
    stands(file, Buffer.from('FileHeader\0', 'utf16le'), 128) &&
    stands(file, Buffer.from('DocInfo\0', 'utf16le'), 128) &&
    stands(file, Buffer.from('HWP Document File'), 64)
  );
}

function stands(file: Buffer, wanted: Buffer, step: number): boolean {
  for (let at = file.indexOf(wanted); at !== -1; at = file.indexOf(wanted, at + 1))
    if (at % step === 0) return true;
  return false;
}

/** Korean and Chinese spreadsheet programs still write CSV in the old encodings. */
const encodings = ['utf-8', 'euc-kr', 'gb18030'] as const;
const looksAt = 64 * 1024;

/** Text in rows of equally many cells, at least two by two, that does not begin like a page. */
function isCsv(bytes: Uint8Array): boolean {
  for (const encoding of isUtf16(bytes) ? (['utf-16le'] as const) : encodings) {
    const text = decode(bytes, encoding);
    if (text !== null)
      return !/[^\P{Cc}\t\r\n]/u.test(text) && !text.trimStart().startsWith('<') && hasRows(text);
  }
  return false;
}

function isUtf16(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xfe;
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function hasRows(text: string): boolean {
  const head = text.length > looksAt ? text.slice(0, text.lastIndexOf('\n', looksAt) + 1) : text;
  for (const delimiter of [',', ';', '\t']) {
    try {
      const rows: string[][] = parse(head, { delimiter, to: 50, skip_empty_lines: true });
      if (rows.length > 1 && (rows[0]?.length ?? 0) > 1) return true;
    } catch (error) {
      if (!(error instanceof Error)) throw error;
    }
  }
  return false;
}
