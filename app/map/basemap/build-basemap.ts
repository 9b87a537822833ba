/**
 * `npm run basemap`: builds public/basemap.pmtiles from the sources beside this file, and tileset.json, which tells the
 * browser the version of the tiles (part of their address) and the characters of their labels (fonts to load first).
 * public/coast.json is the coast alone, to be divided among the governments that answer for it.
 */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { FeatureCollection } from 'geojson';
import type { CoastLines } from './coast-code.ts';
import { coastLines } from './coast-lines.ts';
import { baseZooms, cutTiles } from './cut-tiles.ts';
import { linesOverWater } from './lines-over-water.ts';
import { baseBounds, baseLayers, readSources } from './read-source.ts';
import { writeArchive } from './write-archive.ts';

/** Metres of water that a border may cross: the width of a river between two samples, never a strait. */
const widestRiver = 200;

/** Builds the archive in memory; throws if a border would run over water. */
export function buildBasemap(): { archive: Buffer; tileset: Record<string, unknown>; coast: CoastLines } {
  const layers = readSources();
  const [wrong] = linesOverWater(layers.border, layers.land, widestRiver);
  if (wrong)
    throw new Error(`A border runs ${Math.round(wrong.metres)} m over water from ${wrong.start.join(', ')}.`);

  const archive = writeArchive(cutTiles(layers), {
    zooms: baseZooms,
    bounds: baseBounds,
    center: [123.4, 35.6, 6],
    metadata: {
      name: 'Tideline basemap of the Yellow Sea',
      attribution: 'GSHHG, DCW-GMT (LGPL) · © OpenStreetMap contributors (ODbL) · ETOPO5 (NOAA)',
      vector_layers: baseLayers.map((id) => ({ id, fields: fieldsOf(layers[id]) })),
    },
  });
  const version = createHash('sha256').update(archive).digest('hex').slice(0, 10);
  const labels = Object.fromEntries(
    ['ko', 'zh', 'en'].map((language) => [language, charactersOf(layers.places, language)]),
  );
  return { archive, tileset: { version, labels }, coast: coastLines(layers.land) };
}

function fieldsOf({ features }: FeatureCollection): Record<string, string> {
  const properties = features[0]?.properties ?? {};
  return Object.fromEntries(
    Object.entries(properties).map(([key, value]) => [key, typeof value === 'number' ? 'Number' : 'String']),
  );
}

function charactersOf(places: FeatureCollection, language: string): string {
  const names = places.features.map(({ properties }) => String(properties?.[language] ?? ''));
  return [...new Set(names.join(''))].sort().join('');
}

if (process.argv[1] === import.meta.filename) {
  const { archive, tileset, coast } = buildBasemap();
  const file = path.join('public', 'basemap.pmtiles');
  writeFileSync(file, archive);
  writeFileSync(path.join('public', 'coast.json'), `${JSON.stringify(coast)}\n`);
  writeFileSync(path.join(import.meta.dirname, 'tileset.json'), `${JSON.stringify(tileset, null, 2)}\n`);
  console.info(`${file}: ${(archive.length / 2 ** 20).toFixed(1)} MiB, version ${String(tileset.version)}`);
}
