import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { utils, write } from '@e965/xlsx';
import { pathOfFile } from '#app/domain/thread/post-files.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import type { PlannedFile } from './compose/rows.ts';

/** Writes a sheet as a file where the application looks for the file with this id. */
export async function writeSheet(
  { sheet: { name, rows }, ...row }: PlannedFile,
  folder: string,
): Promise<Prisma.PostFileCreateManyInput> {
  const format = name.endsWith('.csv') ? 'csv' : 'xlsx';
  const bytes = format === 'csv' ? csvOf(rows) : workbookOf(rows);
  const file = pathOfFile(row.id, folder);
  await fs.mkdir(path.dirname(file), { recursive: true });
  await fs.writeFile(file, bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { ...row, name, format, bytes: bytes.byteLength, sha256 };
}

function csvOf(rows: PlannedFile['sheet']['rows']): Uint8Array {
  return new TextEncoder().encode(`\uFEFF${rows.map((cells) => `${cells.join(',')}\r\n`).join('')}`);
}

function workbookOf(rows: PlannedFile['sheet']['rows']): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((cells) => [...cells])), 'Tideline');
  const written: ArrayBuffer = write(book, { type: 'array', bookType: 'xlsx' });
  return new Uint8Array(written);
}
