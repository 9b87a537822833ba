import { describe, expect, it } from 'vitest';
import { languages } from '#app/i18n/languages.ts';
import { baseLayers } from './basemap/read-source.ts';
import tileset from './basemap/tileset.json' with { type: 'json' };
import { chartStyle } from './style.ts';

const origin = 'https://tideline.example.org';
const themes = ['light', 'dark'] as const;

describe('the chart', () => {
  it('is drawn from our own tiles and from nothing else', () => {
    for (const language of languages) {
      const { sources, glyphs, sprite } = chartStyle({ language, theme: 'light', origin });
      expect(sources.base).toMatchObject({
        tiles: [`${origin}/tiles/base/{z}/{x}/{y}.pbf?v=${tileset.version}`],
      });
      expect(Object.keys(sources)).toEqual(['base']);
      expect([glyphs, sprite]).toEqual([undefined, undefined]);
    }
  });

  it('draws only layers that the tiles have', () => {
    for (const layer of chartStyle({ language: 'zh', theme: 'dark', origin }).layers) {
      if ('source-layer' in layer) expect(baseLayers).toContain(layer['source-layer']);
    }
  });

  it('writes the names of seas and countries in spaced capitals in English alone', () => {
    for (const language of languages) {
      const sea = chartStyle({ language, theme: 'light', origin }).layers.find(
        ({ id }) => id === 'label-sea',
      );
      const layout = sea?.type === 'symbol' ? sea.layout : undefined;
      expect(JSON.stringify(layout?.['text-field']).includes('upcase')).toBe(language === 'en');
      expect(layout?.['text-letter-spacing']).toBe(language === 'en' ? 0.14 : 0);
    }
  });

  it('shows the other side’s name of a town below the reader’s own', () => {
    const second = (language: (typeof languages)[number]) => {
      const towns = chartStyle({ language, theme: 'light', origin }).layers.find(
        ({ id }) => id === 'label-place',
      );
      const words = JSON.stringify(towns?.type === 'symbol' ? towns.layout?.['text-field'] : '');
      return languages.filter(
        (one) => one !== language && words.includes(`["get","${one}"]`) && one !== 'en',
      );
    };
    expect(second('ko')).toEqual(['zh']);
    expect(second('zh')).toEqual(['ko']);
    expect(second('en')).toEqual(['ko', 'zh']);
  });

  it('has the same layers by day and by night', () => {
    const [day, night] = themes.map((theme) => chartStyle({ language: 'ko', theme, origin }));
    expect(night?.layers.map(({ id }) => id)).toEqual(day?.layers.map(({ id }) => id));
    expect(JSON.stringify(night)).not.toBe(JSON.stringify(day));
  });
});
