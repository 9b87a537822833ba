import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { PMTiles, TileType } from 'pmtiles';
import { describe, expect, it } from 'vitest';
import { cutTiles, type Tile } from './cut-tiles.ts';
import { linesOverWater } from './lines-over-water.ts';
import { readSources } from './read-source.ts';
import tileset from './tileset.json' with { type: 'json' };
import { writeArchive } from './write-archive.ts';

const file = readFileSync('public/basemap.pmtiles');
const sources = readSources();

function open(bytes: Buffer): PMTiles {
  return new PMTiles({
    getKey: () => 'test',
    getBytes: (offset, length) =>
      Promise.resolve({ data: new Uint8Array(bytes.subarray(offset, offset + length)).buffer }),
  });
}

describe('the basemap file', () => {
  it('is a PMTiles archive of vector tiles from zoom 0 to 11 around the Yellow Sea', async () => {
    const header = await open(file).getHeader();
    expect(header).toMatchObject({ specVersion: 3, tileType: TileType.Mvt, minZoom: 0, maxZoom: 11 });
    expect([header.minLon, header.minLat, header.maxLon, header.maxLat]).toEqual([113.5, 26.5, 133.5, 43.5]);
  });

  it('names the seven layers that the chart draws', async () => {
    const metadata: unknown = await open(file).getMetadata();
    expect(metadata).toMatchObject({
      vector_layers: ['land', 'lakes', 'rivers', 'admin1', 'border', 'bathy', 'places'].map((id) => ({ id })),
    });
  });

  it('belongs to the version that browsers ask for', () => {
    expect(createHash('sha256').update(file).digest('hex').slice(0, 10)).toBe(tileset.version);
  });

  it('was built from the sources at hand', async () => {
    const archive = open(file);
    for (const { z, x, y, bytes } of cutTiles(sources, { min: 0, max: 8 })) {
      const stored = await archive.getZxy(z, x, y);
      expect(stored && Buffer.from(stored.data).equals(bytes), `tile ${z}/${x}/${y}`).toBe(true);
    }
  });

  it('draws no border over water', () => {
    expect(linesOverWater(sources.border, sources.land, 200)).toEqual([]);
    const window = sources.border.features.flatMap(({ geometry }) =>
      geometry.type === 'LineString' ? geometry.coordinates : [],
    );
    expect(window.some(([x = 0, y = 0]) => x > 124.6 && x < 126.6 && y > 37.6 && y < 38.1)).toBe(false);
  });

  it('would notice a line drawn across the sea', () => {
    const line = {
      type: 'LineString' as const,
      coordinates: [
        [124.7, 37.8],
        [126.5, 37.7],
      ],
    };
    const drawn = {
      type: 'FeatureCollection' as const,
      features: [{ type: 'Feature' as const, properties: {}, geometry: line }],
    };
    expect(linesOverWater(drawn, sources.land, 200).length).toBeGreaterThan(0);
  });
});

describe('an archive', () => {
  const tiles: Tile[] = [];
  for (let x = 0; x < 128; x++) {
    for (let y = 0; y < 128; y++)
      tiles.push({ z: 7, x, y, bytes: Buffer.from(x < 64 ? 'sea' : `land ${x * y}`) });
  }
  const info = { metadata: {}, zooms: { min: 7, max: 7 }, bounds: [0, 0, 1, 1], center: [0, 0, 7] } as const;

  it('gives back every tile, also when its directory needs leaves', async () => {
    const archive = open(writeArchive(tiles, info));
    for (const { z, x, y, bytes } of tiles.filter((_, index) => index % 97 === 0)) {
      const tile = await archive.getZxy(z, x, y);
      expect(tile && Buffer.from(tile.data).equals(bytes)).toBe(true);
    }
    expect(await archive.getZxy(8, 0, 0)).toBeUndefined();
  });

  it('is the same for the same tiles, in whatever order they come', () => {
    expect(writeArchive([...tiles].reverse(), info).equals(writeArchive(tiles, info))).toBe(true);
  });

  it('stores equal tiles once', async () => {
    const header = await open(writeArchive(tiles, info)).getHeader();
    expect(header.numAddressedTiles).toBe(128 * 128);
    expect(header.numTileContents).toBe(new Set(tiles.map(({ bytes }) => String(bytes))).size);
  });
});
