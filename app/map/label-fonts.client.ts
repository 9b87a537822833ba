import type { Language } from '#app/i18n/languages.ts';
import tileset from './basemap/tileset.json' with { type: 'json' };
import { labelFonts } from './style.ts';

/** Labels are worth a short wait, no more: what comes later is drawn in a system font. */
const patience = 1_500;

/** Loads the characters of the map's labels, so that the engine finds them when it draws its glyphs. */
export function loadLabelFonts(language: Language): Promise<void> {
  const wait = new Promise<void>((resolve) => {
    setTimeout(resolve, patience);
  });
  return Promise.race([wait, load(language)]);
}

async function load(language: Language): Promise<void> {
  await pageIsLoaded();
  const families = labelFonts[language]
    .map((family) => (family.includes(' ') ? `'${family}'` : family))
    .join(', ');
  await Promise.allSettled([
    document.fonts.load(`16px ${families}`, tileset.labels[language]),
    document.fonts.load(`650 13px ${families}`, '0123456789'),
  ]);
}

/** The fonts' stylesheet stands at the end of the page: before it is there, no font is known. */
function pageIsLoaded(): Promise<void> {
  if (document.readyState === 'complete') return Promise.resolve();
  return new Promise((resolve) => {
    window.addEventListener('load', () => resolve(), { once: true });
  });
}
