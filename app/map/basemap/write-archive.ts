import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { Compression, TileType, zxyToTileId } from 'pmtiles';
import type { Tile } from './cut-tiles.ts';

type Entry = { id: number; run: number; offset: number; length: number };

export type ArchiveInfo = {
  metadata: Record<string, unknown>;
  zooms: { min: number; max: number };
  bounds: readonly [west: number, south: number, east: number, north: number];
  center: readonly [longitude: number, latitude: number, zoom: number];
};

const headerLength = 127;
/** Header and root directory must lie in the first 16 KiB (specification, chapter 2). */
const rootLimit = 16_384 - headerLength;
const entriesPerLeaf = 2_048;

/**
 * Writes vector tiles as one PMTiles archive, version 3 (https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md):
 * tiles in Hilbert order, equal neighbours as runs, equal tiles once. The same tiles give the same bytes.
 * Tiles are gzipped and directories are not, so that a server can hand a tile on exactly as it is stored.
 */
export function writeArchive(tiles: Iterable<Tile>, info: ArchiveInfo): Buffer {
  const ordered = [...tiles]
    .map(({ z, x, y, bytes }) => ({ id: zxyToTileId(z, x, y), bytes }))
    .sort((a, b) => a.id - b.id);
  const contents: Buffer[] = [];
  const stored = new Map<string, { offset: number; length: number }>();
  const entries: Entry[] = [];
  let size = 0;

  for (const { id, bytes } of ordered) {
    const hash = createHash('sha256').update(bytes).digest('base64');
    let place = stored.get(hash);
    if (!place) {
      const content = gzip(bytes);
      place = { offset: size, length: content.length };
      stored.set(hash, place);
      contents.push(content);
      size += content.length;
    }
    const last = entries.at(-1);
    if (last && last.offset === place.offset && id === last.id + last.run) last.run += 1;
    else entries.push({ id, run: 1, ...place });
  }

  const { root, leaves } = directories(entries);
  const metadata = Buffer.from(JSON.stringify(info.metadata), 'utf8');
  const sections = [root, metadata, leaves, Buffer.concat(contents)];
  const counts = { tiles: ordered.length, entries: entries.length, contents: contents.length };
  return Buffer.concat([header(sections, counts, info), ...sections]);
}

/** Byte 9 of a gzip stream names the system that wrote it: 255, "unknown", is the same everywhere. */
function gzip(bytes: Uint8Array): Buffer {
  const content = gzipSync(bytes, { level: 9 });
  content[9] = 255;
  return content;
}

function directories(entries: Entry[]): { root: Buffer; leaves: Buffer } {
  const root = directory(entries);
  if (root.length <= rootLimit) return { root, leaves: Buffer.alloc(0) };
  const leaves: Buffer[] = [];
  const pointers: Entry[] = [];
  let offset = 0;
  for (let start = 0; start < entries.length; start += entriesPerLeaf) {
    const part = entries.slice(start, start + entriesPerLeaf);
    const leaf = directory(part);
    // A run of 0 marks a pointer to a leaf directory.
    pointers.push({ id: part[0]?.id ?? 0, run: 0, offset, length: leaf.length });
    leaves.push(leaf);
    offset += leaf.length;
  }
  return { root: directory(pointers), leaves: Buffer.concat(leaves) };
}

/** Specification, chapter 4: columns of varints; ids as differences, an offset that follows its forerunner as 0. */
function directory(entries: Entry[]): Buffer {
  const bytes: number[] = [];
  varint(bytes, entries.length);
  for (const [index, { id }] of entries.entries()) varint(bytes, id - (entries[index - 1]?.id ?? 0));
  for (const { run } of entries) varint(bytes, run);
  for (const { length } of entries) varint(bytes, length);
  for (const [index, { offset }] of entries.entries()) {
    const last = entries[index - 1];
    varint(bytes, last && offset === last.offset + last.length ? 0 : offset + 1);
  }
  return Buffer.from(bytes);
}

function varint(bytes: number[], value: number): void {
  let rest = value;
  while (rest >= 0x80) {
    bytes.push((rest % 0x80) | 0x80);
    rest = Math.floor(rest / 0x80);
  }
  bytes.push(rest);
}

function header(
  sections: Buffer[],
  counts: { tiles: number; entries: number; contents: number },
  { zooms, bounds, center }: ArchiveInfo,
): Buffer {
  const bytes = Buffer.alloc(headerLength);
  bytes.write('PMTiles', 0, 'latin1');
  bytes.writeUInt8(3, 7);
  let offset = headerLength;
  for (const [index, section] of sections.entries()) {
    bytes.writeBigUInt64LE(BigInt(offset), 8 + index * 16);
    bytes.writeBigUInt64LE(BigInt(section.length), 16 + index * 16);
    offset += section.length;
  }
  for (const [index, count] of [counts.tiles, counts.entries, counts.contents].entries()) {
    bytes.writeBigUInt64LE(BigInt(count), 72 + index * 8);
  }
  bytes.set([1, Compression.None, Compression.Gzip, TileType.Mvt, zooms.min, zooms.max], 96);
  const [longitude, latitude, zoom] = center;
  for (const [index, degrees] of bounds.entries())
    bytes.writeInt32LE(Math.round(degrees * 1e7), 102 + index * 4);
  bytes.writeUInt8(zoom, 118);
  bytes.writeInt32LE(Math.round(longitude * 1e7), 119);
  bytes.writeInt32LE(Math.round(latitude * 1e7), 123);
  return bytes;
}
