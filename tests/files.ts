import { Zip, zipSync, ZipPassThrough } from 'fflate';
import sharp from 'sharp';

const text = (words: string) => new TextEncoder().encode(words);

/** A ZIP of these parts. */
export function aZip(parts: Record<string, string>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, words]) => [name, text(words)])));
}

function typesOf(main: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/main.xml" ContentType="application/vnd.openxmlformats-officedocument.${main}.main+xml"/></Types>`;
}

export function aDocx(more: Record<string, string> = {}): Uint8Array {
  return aZip({
    '[Content_Types].xml': typesOf('wordprocessingml.document'),
    'word/document.xml': '<document/>',
    ...more,
  });
}

export function anXlsx(more: Record<string, string> = {}): Uint8Array {
  return aZip({
    '[Content_Types].xml': typesOf('spreadsheetml.sheet'),
    'xl/workbook.xml': '<workbook/>',
    ...more,
  });
}

/** A HWPX begins with its type, stored as it is. */
export function aHwpx(): Uint8Array {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((_error, chunk) => chunks.push(chunk));
  for (const [name, words] of [
    ['mimetype', 'application/hwp+zip'],
    ['Contents/content.hpf', '<package/>'],
  ] as const) {
    const part = new ZipPassThrough(name);
    zip.add(part);
    part.push(text(words), true);
  }
  zip.end();
  return Buffer.concat(chunks);
}

/** A compound file with these names in its directory and, on a small sector, the signature of a HWP. */
export function aCompoundFile(names: readonly string[], signature: string): Uint8Array {
  const file = Buffer.alloc(4096);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file);
  for (const [index, name] of names.entries()) file.write(name, 1024 + 128 * index, 'utf16le');
  file.write(signature, 2048 + 64);
  return file;
}

export function aHwp(): Uint8Array {
  return aCompoundFile(['Root Entry', 'FileHeader', 'DocInfo', 'BodyText'], 'HWP Document File');
}

export function aPdf(): Uint8Array {
  return text('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n');
}

export async function aJpeg(): Promise<Uint8Array> {
  const picture = sharp({ create: { width: 64, height: 48, channels: 3, background: '#2a6f97' } });
  return new Uint8Array(await picture.jpeg().toBuffer());
}
