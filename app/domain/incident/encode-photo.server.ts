import { Worker } from 'node:worker_threads';
import exifr from 'exifr';
import sharp, { type Sharp } from 'sharp';
import { photoSizes, type PhotoSize, type PhotoSuggestion } from './photo.ts';

const mostPixels = 100_000_000;

export type EncodedPhoto = {
  pictures: Record<PhotoSize, Uint8Array>;
  /** Of the large one. */
  width: number;
  height: number;
};

/**
 * Makes our own pictures of what a phone sent: upright, without metadata, in our sizes.
 * @returns null when the bytes are no JPEG, PNG, WebP or HEIC, or are damaged
 */
export async function encodePhoto(bytes: Uint8Array): Promise<EncodedPhoto | null> {
  const readable = await toReadable(bytes);
  if (!readable) return null;
  const upright = sharp(readable, { limitInputPixels: mostPixels, failOn: 'error' }).rotate();
  try {
    const [large, small] = await Promise.all([
      webp(upright, photoSizes.large),
      webp(upright, photoSizes.small),
    ]);
    return {
      pictures: { large: large.data, small: small.data },
      width: large.info.width,
      height: large.info.height,
    };
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}

function webp(picture: Sharp, edge: number) {
  return picture
    .clone()
    .resize({ width: edge, height: edge, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 80 })
    .toBuffer({ resolveWithObject: true });
}

/** Judges by the bytes, never by the name. HEIC from phones is HEVC, which sharp's build cannot decode. */
async function toReadable(bytes: Uint8Array): Promise<Uint8Array | null> {
  const about = await sharp(bytes, { limitInputPixels: mostPixels })
    .metadata()
    .catch(() => null);
  if (about?.format === 'jpeg' || about?.format === 'png' || about?.format === 'webp') return bytes;
  return isHeic(bytes) && (about?.width ?? 0) * (about?.height ?? 0) <= mostPixels ? decodeHeic(bytes) : null;
}

/** ISO 14496-12: a file type box with one of the brands of HEIC. */
function isHeic(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 32)).toString('latin1');
  return head.slice(4, 8) === 'ftyp' && /heic|heix|mif1|msf1|hevc/.test(head.slice(8));
}

const heicWorker = `
  const { parentPort, workerData } = require('node:worker_threads');
  require('heic-convert')({ buffer: workerData, format: 'JPEG', quality: 0.92 })
    .then((picture) => parentPort.postMessage(new Uint8Array(picture)), () => parentPort.postMessage(null));
`;

/** Decodes in a thread of its own: it takes a second or two of pure computing. */
function decodeHeic(bytes: Uint8Array): Promise<Uint8Array | null> {
  return new Promise((resolve) => {
    const worker = new Worker(heicWorker, { eval: true, workerData: bytes });
    const limit = setTimeout(() => void worker.terminate(), 30_000);
    worker.once('message', (picture: Uint8Array | null) => resolve(picture));
    worker.once('error', () => resolve(null));
    worker.once('exit', () => {
      clearTimeout(limit);
      resolve(null);
    });
  });
}

/**
 * Position and time that a photo carries.
 * @param offset of the clock where the photo is sent from ("+09:00"), for cameras that keep no zone
 */
export async function readSuggestion(bytes: Uint8Array, offset: string): Promise<PhotoSuggestion> {
  const tags: unknown = await exifr
    .parse(bytes, { gps: true, exif: true, reviveValues: false })
    .catch(() => null);
  if (typeof tags !== 'object' || tags === null) return { place: null, takenAt: null };
  const { latitude, longitude, DateTimeOriginal, OffsetTimeOriginal }: Record<string, unknown> = { ...tags };
  const place =
    isWithin(latitude, 90) && isWithin(longitude, 180) && (latitude !== 0 || longitude !== 0)
      ? { lat: latitude, lon: longitude }
      : null;
  return { place, takenAt: readTime(DateTimeOriginal, OffsetTimeOriginal, offset) };
}

function isWithin(value: unknown, bound: number): value is number {
  return typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= bound;
}

/** EXIF writes "2026:11:16 09:20:00" and, newer cameras, the offset beside it. */
function readTime(value: unknown, offset: unknown, otherwise: string): Date | null {
  const parts = typeof value === 'string' ? /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)/.exec(value) : null;
  if (!parts) return null;
  const zone = typeof offset === 'string' && /^[+-]\d\d:\d\d$/.test(offset) ? offset : otherwise;
  const moment = new Date(`${parts[1]}-${parts[2]}-${parts[3]}T${parts[4]}${zone}`);
  return Number.isNaN(moment.getTime()) || moment.getTime() > Date.now() ? null : moment;
}
