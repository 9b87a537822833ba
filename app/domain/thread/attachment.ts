import { FileFormat } from '#prisma/generated/enums.ts';

/** Photos and files of one post together. */
export const mostAttachments = 8;
/** Bytes of one file that is no picture. */
export const largestFileBytes = 25 * 1024 * 1024;

/** What a field for files offers to choose; what a file is, its bytes say. */
export const acceptedFiles = [
  'image/jpeg,image/png,image/webp,image/heic,image/heif,.heic,.heif',
  ...Object.values(FileFormat).map((format) => `.${format}`),
].join(',');

export const fileTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  hwp: 'application/x-hwp',
  hwpx: 'application/hwp+zip',
  csv: 'text/csv',
  zip: 'application/zip',
} as const satisfies Record<FileFormat, string>;

export type Photo = { id: string; width: number; height: number };
export type PostFile = { id: string; name: string; format: FileFormat; bytes: number };

const longestName = 120;

/**
 * A name as readers may see and save it: the last part of a path, composed (a Mac takes Hangul apart), without
 * invisible characters and changes of direction, and with the ending of what the file is.
 */
export function nameOfFile(given: string, format: FileFormat): string {
  const name = (given.normalize('NFC').split(/[/\\]/).at(-1) ?? '')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu, '')
    .replaceAll(/["*:<>?|]/g, '_')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[. ]+|[. ]+$/g, '');
  const ending = `.${format}`;
  const stem = name.toLowerCase().endsWith(ending) ? name.slice(0, -ending.length) : name;
  return `${Array.from(stem).slice(0, longestName).join('').trim() || 'document'}${ending}`;
}
