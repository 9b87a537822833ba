import type { ExpressionSpecification, StyleSpecification, SymbolLayerSpecification } from 'maplibre-gl';
import type { Language } from '#app/i18n/languages.ts';
import tileset from './basemap/tileset.json' with { type: 'json' };

export type Theme = 'light' | 'dark';

type StyleOptions = {
  language: Language;
  theme: Theme;
  /** Of the page, as in `https://example.org`: workers do not resolve relative addresses. */
  origin: string;
};

/** Depths in metres at which the water changes its tone; the first is the shore. */
const depths = [0, 10, 20, 40, 60, 100, 1000] as const;

const palettes = {
  light: {
    water: ['#dfecec', '#d3e6e8', '#c8dfe3', '#bdd8de', '#b1d0d8', '#a3c5cf', '#93b8c4'],
    isobath: '#a9c9d0',
    shore: '#f7f6ee',
    shoreOpacity: 0.55,
    land: '#f4f0e4',
    lake: '#d3e6e8',
    river: '#b4cfd4',
    province: '#cdc4ad',
    border: '#a99f87',
    coast: '#5f7f86',
    sea: '#1f4f5d',
    seaHalo: '#dfecec',
    country: '#6b624b',
    capital: '#0b2530',
    city: '#25404a',
    port: '#55636b',
    island: '#4b5c4a',
    landHalo: '#f7f5ec',
  },
  dark: {
    water: ['#123544', '#102f3e', '#0e2a38', '#0d2632', '#0b212c', '#091c26', '#081820'],
    isobath: '#1c4655',
    shore: '#2a3f46',
    shoreOpacity: 0.35,
    land: '#22343a',
    lake: '#123544',
    river: '#2d5361',
    province: '#3d5158',
    border: '#5b7078',
    coast: '#6f929b',
    sea: '#8fc3d0',
    seaHalo: '#0e2a38',
    country: '#93a3a5',
    capital: '#eef4f4',
    city: '#d3dfe1',
    port: '#a9b8bd',
    island: '#b5c6b4',
    landHalo: '#16262c',
  },
} as const;

/** Font families of the labels. They are drawn in the browser: load them before the map (`loadLabelFonts`). */
export const labelFonts = {
  ko: ['Pretendard Variable', 'Noto Sans SC Variable', 'sans-serif'],
  zh: ['Tideline Latin', 'Noto Sans SC Variable', 'sans-serif'],
  en: ['Pretendard Variable', 'Noto Sans SC Variable', 'sans-serif'],
} satisfies Record<Language, string[]>;

/** Where the second line of a town comes from: the other side's script; an English reader sees both. */
const otherScripts = { ko: ['zh'], zh: ['ko'], en: ['ko', 'zh'] } as const satisfies Record<
  Language,
  readonly Language[]
>;

/** The chart: our own tiles in our own colours, labels in the reader's language. No line over water, no glyph server. */
export function chartStyle({ language, theme, origin }: StyleOptions): StyleSpecification {
  const palette = palettes[theme];
  const name: ExpressionSpecification = ['coalesce', ['get', language], ['get', 'en']];
  const spaced = language === 'en' ? 0.14 : 0;
  const large: ExpressionSpecification = language === 'en' ? ['upcase', name] : name;
  const fonts: SymbolLayerSpecification['layout'] = { 'text-font': labelFonts[language] };
  const aside: SymbolLayerSpecification['layout'] = {
    ...fonts,
    'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
  };

  return {
    version: 8,
    name: `Tideline chart, ${theme}`,
    sources: {
      base: {
        type: 'vector',
        tiles: [`${origin}/tiles/base/{z}/{x}/{y}.pbf?v=${tileset.version}`],
        minzoom: 0,
        maxzoom: 11,
        bounds: [112, 24, 135, 46],
      },
    },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': palette.water[0] } },
      {
        id: 'bathy',
        type: 'fill',
        source: 'base',
        'source-layer': 'bathy',
        paint: {
          'fill-color': waterByDepth(palette.water),
          'fill-antialias': false,
          // The soundings are coarse: near the coast the bands give way to plain water.
          'fill-opacity': ['interpolate', ['linear'], ['zoom'], 7, 1, 10, 0.55],
        },
      },
      {
        id: 'isobath',
        type: 'line',
        source: 'base',
        'source-layer': 'bathy',
        maxzoom: 9,
        filter: ['in', ['get', 'd'], ['literal', [20, 40, 60, 80, 100, 200, 1000]]],
        layout: { 'line-join': 'round' },
        paint: {
          'line-color': palette.isobath,
          'line-width': ['interpolate', ['linear'], ['zoom'], 4, 0.4, 8, 0.8],
          'line-opacity': ['interpolate', ['linear'], ['zoom'], 7.5, 0.9, 9, 0],
        },
      },
      {
        id: 'shore-glow',
        type: 'line',
        source: 'base',
        'source-layer': 'land',
        paint: {
          'line-color': palette.shore,
          'line-width': ['interpolate', ['linear'], ['zoom'], 4, 2, 8, 6, 11, 10],
          'line-opacity': palette.shoreOpacity,
          'line-blur': ['interpolate', ['linear'], ['zoom'], 4, 1, 11, 4],
        },
      },
      {
        id: 'land',
        type: 'fill',
        source: 'base',
        'source-layer': 'land',
        paint: { 'fill-color': palette.land },
      },
      {
        id: 'lakes',
        type: 'fill',
        source: 'base',
        'source-layer': 'lakes',
        paint: { 'fill-color': palette.lake },
      },
      {
        id: 'rivers',
        type: 'line',
        source: 'base',
        'source-layer': 'rivers',
        paint: {
          'line-color': palette.river,
          'line-width': ['interpolate', ['linear'], ['zoom'], 6, 0.4, 11, 1.5],
        },
      },
      {
        id: 'admin1',
        type: 'line',
        source: 'base',
        'source-layer': 'admin1',
        paint: { 'line-color': palette.province, 'line-width': 0.8, 'line-dasharray': [1, 2.5] },
      },
      {
        id: 'border',
        type: 'line',
        source: 'base',
        'source-layer': 'border',
        paint: { 'line-color': palette.border, 'line-width': 0.9, 'line-dasharray': [4, 2.5] },
      },
      {
        id: 'coast',
        type: 'line',
        source: 'base',
        'source-layer': 'land',
        layout: { 'line-join': 'round' },
        paint: {
          'line-color': palette.coast,
          'line-width': ['interpolate', ['linear'], ['zoom'], 4, 0.45, 7, 0.7, 11, 1.1],
        },
      },
      {
        id: 'label-sea',
        type: 'symbol',
        source: 'base',
        'source-layer': 'places',
        filter: ['==', ['get', 'kind'], 'sea'],
        layout: {
          ...fonts,
          'text-field': large,
          'text-size': [
            'interpolate',
            ['linear'],
            ['zoom'],
            4,
            ['match', ['get', 'minz'], [3, 4], 13, 11],
            7,
            ['match', ['get', 'minz'], [3, 4], 20, 12],
            11,
            16,
          ],
          'text-letter-spacing': spaced,
          'text-max-width': 9,
          'text-padding': 12,
        },
        paint: { 'text-color': palette.sea, 'text-halo-color': palette.seaHalo, 'text-halo-width': 1 },
      },
      {
        id: 'label-country',
        type: 'symbol',
        source: 'base',
        'source-layer': 'places',
        maxzoom: 7,
        filter: ['==', ['get', 'kind'], 'country'],
        layout: { ...fonts, 'text-field': large, 'text-size': 12, 'text-letter-spacing': spaced },
        paint: { 'text-color': palette.country, 'text-halo-color': palette.landHalo, 'text-halo-width': 1.2 },
      },
      {
        id: 'place-dot',
        type: 'circle',
        source: 'base',
        'source-layer': 'places',
        filter: ['in', ['get', 'kind'], ['literal', ['city', 'capital']]],
        paint: {
          'circle-radius': ['match', ['get', 'kind'], 'capital', 2.6, 1.7],
          'circle-color': palette.landHalo,
          'circle-stroke-color': palette.city,
          'circle-stroke-width': 1,
        },
      },
      {
        id: 'label-place',
        type: 'symbol',
        source: 'base',
        'source-layer': 'places',
        filter: ['in', ['get', 'kind'], ['literal', ['city', 'capital']]],
        layout: {
          ...aside,
          'text-field': ['step', ['zoom'], name, 9, withOtherScript(name, language, palette.port)],
          'text-size': [
            'interpolate',
            ['linear'],
            ['zoom'],
            5,
            ['match', ['get', 'kind'], 'capital', 13, 11.5],
            9,
            ['match', ['get', 'kind'], 'capital', 16, 14],
          ],
          'text-radial-offset': 0.5,
          'text-justify': 'auto',
          'symbol-sort-key': ['get', 'minz'],
          'text-padding': 4,
        },
        paint: {
          'text-color': ['match', ['get', 'kind'], 'capital', palette.capital, palette.city],
          'text-halo-color': palette.landHalo,
          'text-halo-width': 1.4,
        },
      },
      {
        id: 'label-minor',
        type: 'symbol',
        source: 'base',
        'source-layer': 'places',
        minzoom: 7,
        filter: ['in', ['get', 'kind'], ['literal', ['island', 'port']]],
        layout: {
          ...aside,
          'text-field': name,
          'text-size': ['interpolate', ['linear'], ['zoom'], 7, 10.5, 11, 13],
          'text-radial-offset': 0.3,
          'text-padding': 6,
        },
        paint: {
          'text-color': ['match', ['get', 'kind'], 'island', palette.island, palette.port],
          'text-halo-color': palette.landHalo,
          'text-halo-width': 1.2,
        },
      },
    ],
  };
}

function waterByDepth(water: (typeof palettes)[Theme]['water']): ExpressionSpecification {
  const stops = depths.flatMap((depth, index) => [depth, water[index] ?? water[0]]);
  return ['interpolate', ['linear'], ['get', 'd'], ...stops];
}

function withOtherScript(
  name: ExpressionSpecification,
  language: Language,
  color: string,
): ExpressionSpecification {
  const [first, second] = otherScripts[language];
  const other: ExpressionSpecification = second
    ? ['concat', ['get', first], ' · ', ['get', second]]
    : ['coalesce', ['get', first], ''];
  return ['format', name, {}, '\n', {}, other, { 'font-scale': 0.78, 'text-color': color }];
}
