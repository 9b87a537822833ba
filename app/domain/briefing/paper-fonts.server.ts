import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import { create, type Font } from 'fontkit';
import type { Language } from '#prisma/generated/enums.ts';

/** A family whose letters a paper is set in, and the part of the text that is. */
export type FontRun = { family: string; text: string };
type FontFiles = { normal: string; bold: string };

const require = createRequire(import.meta.url);
const hangul = 'Pretendard';
const han = 'Noto Sans SC';

const pretendard = path.join(path.dirname(require.resolve('pretendard/package.json')), 'dist/public/static');
/** The frequent 7,300 characters in one file, and all of them in a hundred slices. */
const noto = path.join(path.dirname(require.resolve('@fontsource/noto-sans-sc/package.json')), 'files');
const notoFile = (slice: string, weight: 400 | 700) =>
  path.join(noto, `noto-sans-sc-${slice}-${weight}-normal.woff`);

const families = {
  [hangul]: {
    normal: path.join(pretendard, 'Pretendard-Regular.otf'),
    bold: path.join(pretendard, 'Pretendard-Bold.otf'),
  },
  [han]: { normal: notoFile('chinese-simplified', 400), bold: notoFile('chinese-simplified', 700) },
};

type Loaded = { font: Font; bytes: Buffer<ArrayBuffer>; has: Set<number> };
const loaded = new Map<string, Loaded>();

/** A font of the product for paper, from its file; read once. */
function load(file: string): Loaded {
  const known = loaded.get(file);
  if (known) return known;
  const bytes = unpackWoff(readFileSync(file));
  const font = create(bytes);
  if ('fonts' in font) throw new Error(`${file} holds several fonts.`);
  const one = { font, bytes, has: new Set(font.characterSet) };
  loaded.set(file, one);
  return one;
}

/** The slice of the font that has a rare character, by the ranges that its style sheet says. */
let slices: { slice: string; ranges: [number, number][] }[] | undefined;
function sliceOf(point: number): string | undefined {
  slices ??= [...readFileSync(path.join(noto, '..', '400.css'), 'utf8').matchAll(sliceRule)].map(
    ([, slice = '', ranges = '']) => ({
      slice,
      ranges: ranges.split(',').map((range): [number, number] => {
        const [from = '', to = from] = range.trim().replace(/^U\+/i, '').split('-');
        return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
      }),
    }),
  );
  return slices.find(({ ranges }) => ranges.some(([from, to]) => point >= from && point <= to))?.slice;
}
const sliceRule = /noto-sans-sc-(\d+)-400-normal\.woff2[^}]*unicode-range:\s*([^;]+);/g;

/** A family that `fontRuns` names, as its two fonts. */
export function fontBytes(family: string): { normal: Buffer; bold: Buffer } {
  const { normal, bold } = fontFiles(family);
  return { normal: load(normal).bytes, bold: load(bold).bytes };
}

function fontFiles(family: string): FontFiles {
  if (family === hangul || family === han) return families[family];
  const slice = family.slice(han.length + 1);
  return { normal: notoFile(slice, 400), bold: notoFile(slice, 700) };
}

/** The same as something that gives the outlines of letters. */
export function fontOf(family: string, bold: boolean): Font {
  return load(fontFiles(family)[bold ? 'bold' : 'normal']).font;
}

/**
 * Cuts a text where another font has to take over: figures and Latin letters look alike in all three languages, Chinese
 * punctuation is full width in a Chinese text. What no font has stays in the first one.
 */
export function fontRuns(text: string, language: Language): FontRun[] {
  const runs: FontRun[] = [];
  for (const letter of text) {
    const family = familyOf(letter, language);
    const last = runs.at(-1);
    if (last?.family === family) last.text += letter;
    else runs.push({ family, text: letter });
  }
  return runs;
}

function familyOf(letter: string, language: Language): string {
  const point = letter.codePointAt(0) ?? 0;
  const order = language === 'zh' && point > 0x7f ? [han, hangul] : [hangul, han];
  const found = order.find((family) => load(fontFiles(family).normal).has.has(point));
  if (found) return found;
  const slice = sliceOf(point);
  return slice && load(notoFile(slice, 400)).has.has(point) ? `${han} ${slice}` : hangul;
}

/**
 * The OpenType font in a WOFF 1.0 (https://www.w3.org/TR/WOFF/), its tables unpacked: read as it is, a table would be
 * unpacked anew for every letter. Other fonts come back as they are.
 */
function unpackWoff(file: Buffer<ArrayBuffer>): Buffer<ArrayBuffer> {
  if (file.toString('latin1', 0, 4) !== 'wOFF') return file;
  const count = file.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, index) => {
    const at = 44 + index * 20;
    const [from, packed, length] = [
      file.readUInt32BE(at + 4),
      file.readUInt32BE(at + 8),
      file.readUInt32BE(at + 12),
    ];
    const stored = file.subarray(from, from + packed);
    return {
      head: file.subarray(at, at + 4),
      sum: file.readUInt32BE(at + 16),
      bytes: packed < length ? inflateSync(stored) : stored,
    };
  });
  const power = 2 ** Math.floor(Math.log2(count));
  const header = Buffer.alloc(12 + count * 16);
  file.copy(header, 0, 4, 8);
  header.writeUInt16BE(count, 4);
  header.writeUInt16BE(power * 16, 6);
  header.writeUInt16BE(Math.log2(power), 8);
  header.writeUInt16BE((count - power) * 16, 10);
  const parts: Uint8Array[] = [header];
  let offset = header.length;
  for (const [index, { head, sum, bytes }] of tables.entries()) {
    const at = 12 + index * 16;
    head.copy(header, at);
    header.writeUInt32BE(sum, at + 4);
    header.writeUInt32BE(offset, at + 8);
    header.writeUInt32BE(bytes.length, at + 12);
    const padding = Buffer.alloc(-bytes.length & 3);
    parts.push(bytes, padding);
    offset += bytes.length + padding.length;
  }
  return Buffer.concat(parts);
}
