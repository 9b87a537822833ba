import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { PMTiles, type RangeResponse } from 'pmtiles';
import tileset from './tileset.json' with { type: 'json' };

/** The version that stands in the tiles' addresses; it changes when the archive does. */
export const baseTileVersion = tileset.version;

export type BaseTile = { bytes: Uint8Array<ArrayBuffer>; encoding: 'gzip' };

let archive: PMTiles | undefined;

/**
 * Reads one tile (XYZ) of the basemap, gzipped as it is stored; null where there is nothing to draw.
 * The archive of 4 MB is read into memory at the first call.
 */
export async function readBaseTile(z: number, x: number, y: number): Promise<BaseTile | null> {
  archive ??= openArchive(path.join(process.cwd(), 'public', 'basemap.pmtiles'));
  const tile = await archive.getZxy(z, x, y);
  return tile ? { bytes: new Uint8Array(tile.data), encoding: 'gzip' } : null;
}

function openArchive(file: string): PMTiles {
  let content: Promise<Buffer> | undefined;
  const source = {
    getKey: () => file,
    getBytes: async (offset: number, length: number): Promise<RangeResponse> => {
      content ??= readFile(file);
      const bytes = await content;
      return { data: new Uint8Array(bytes.subarray(offset, offset + length)).buffer };
    },
  };
  // Directories are stored plain and tiles are wanted as stored: nothing is ever unpacked here.
  return new PMTiles(source, undefined, (bytes) => Promise.resolve(bytes));
}
