import type { Overlay } from './overlay.ts';

/** What becomes of a row: it comes in, it comes in with a question, or it is left out. */
export type ImportFate = 'accepted' | 'question' | 'left_out';
export type FatedPlace = { lat: number; lon: number; fate: ImportFate };

/** Names of our colours (`--name`); the shapes differ too: a full circle, a thick ring, a thin small ring. */
export const fateColours = {
  accepted: 'primary',
  question: 'wait',
  left_out: 'signal',
} as const satisfies Record<ImportFate, string>;

/** The places of a sheet's rows, what is left out lowest. Colours are read where `element` stands. */
export function importOverlay(places: readonly FatedPlace[], element: Element): Overlay {
  const style = getComputedStyle(element);
  const colour = (name: string) => style.getPropertyValue(`--${name}`).trim() || '#777';
  const layer = (fate: ImportFate, paint: { radius: number; ring: number; isFull: boolean }) => ({
    id: `import-${fate}`,
    type: 'circle' as const,
    source: `import-${fate}`,
    paint: {
      'circle-radius': paint.radius,
      'circle-color': paint.isFull ? colour(fateColours[fate]) : colour('panel'),
      'circle-stroke-width': paint.ring,
      'circle-stroke-color': paint.isFull ? colour('panel') : colour(fateColours[fate]),
    },
  });
  const source = (fate: ImportFate) => ({
    type: 'FeatureCollection' as const,
    features: places
      .filter((place) => place.fate === fate)
      .map(({ lat, lon }) => ({
        type: 'Feature' as const,
        properties: {},
        geometry: { type: 'Point' as const, coordinates: [lon, lat] },
      })),
  });
  return {
    onTop: true,
    sources: {
      'import-left_out': source('left_out'),
      'import-accepted': source('accepted'),
      'import-question': source('question'),
    },
    layers: [
      layer('left_out', { radius: 3.5, ring: 1.5, isFull: false }),
      layer('accepted', { radius: 5, ring: 1, isFull: true }),
      layer('question', { radius: 4.5, ring: 3, isFull: false }),
    ],
  };
}
