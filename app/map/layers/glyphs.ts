import type { IncidentKind } from '#prisma/generated/enums.ts';

/**
 * How a part of a glyph is painted: filled (`evenodd` with holes), as a line of 1.4 with round ends, or cut out of what
 * lies below, in the colour behind the glyph.
 */
export type GlyphPart = { paint: 'solid' | 'evenodd' | 'line' | 'cut' | 'cut-line'; d: string };

/** The glyphs of `public/kinds.svg` as paths on 16 x 16, for the canvas. */
export const glyphs = {
  derelict_gear: [
    { paint: 'line', d: 'M2 3.2c4 1.8 8 1.8 12 0M2.7 4.2 8 14.3l5.3-10.1M8 4.7 5.1 8.7M8 4.7l2.9 4' },
    {
      paint: 'solid',
      d: 'M0.4 3.1a1.6 1.6 0 1 0 3.2 0a1.6 1.6 0 1 0 -3.2 0zM12.4 3.1a1.6 1.6 0 1 0 3.2 0a1.6 1.6 0 1 0 -3.2 0zM6.7 4.5a1.3 1.3 0 1 0 2.6 0a1.3 1.3 0 1 0 -2.6 0z',
    },
  ],
  aquaculture_floats: [
    {
      paint: 'solid',
      d: 'M1.4 6.4a4.2 4.2 0 1 0 8.4 0a4.2 4.2 0 1 0 -8.4 0zM10 8a2.7 2.7 0 1 0 5.4 0a2.7 2.7 0 1 0 -5.4 0z',
    },
    { paint: 'cut-line', d: 'M1.2 5.6h8.8' },
    {
      paint: 'line',
      d: 'M5.6 1.9V.8M1.3 13.4c1.1-1.2 2.2-1.2 3.35 0s2.25 1.2 3.35 0 2.25-1.2 3.35 0 2.25 1.2 3.35 0',
    },
  ],
  beached_mass: [
    {
      paint: 'solid',
      d: 'M2.8 11 5.4 6.2l1.9 1.5 2.2-4.4 3.9 7.7zM3 3.9a1.3 1.3 0 1 0 2.6 0a1.3 1.3 0 1 0 -2.6 0z',
    },
    { paint: 'line', d: 'M1.3 13.6h13.4' },
  ],
  floating_raft: [
    {
      paint: 'solid',
      d: 'M2.4 4.3h2.7a0.5 0.5 0 0 1 0.5 0.5v2.7a0.5 0.5 0 0 1 -0.5 0.5h-2.7a0.5 0.5 0 0 1 -0.5 -0.5v-2.7a0.5 0.5 0 0 1 0.5 -0.5zM6.4 4.5a1.9 1.9 0 1 0 3.8 0a1.9 1.9 0 1 0 -3.8 0zM12.6 3.9l2 3.9h-4z',
    },
    {
      paint: 'line',
      d: 'M1.3 10.4c1.1-1.1 2.2-1.1 3.35 0s2.25 1.1 3.35 0 2.25-1.1 3.35 0 2.25 1.1 3.35 0M4.6 13.6c1.1-1.1 2.3-1.1 3.4 0s2.3 1.1 3.4 0',
    },
  ],
  sunken_waste: [
    {
      paint: 'line',
      d: 'M1.3 3.1c1.1-1.1 2.2-1.1 3.35 0s2.25 1.1 3.35 0 2.25-1.1 3.35 0 2.25 1.1 3.35 0M8 5.8v2.6M6.3 7l1.7 1.7L9.7 7M1.3 14.4h13.4',
    },
    { paint: 'solid', d: 'M4.2 10.3h3.4v2.9H4.2zM8.6 11.3l3.3-.9.8 2.8H9.1z' },
  ],
  flood_debris: [
    {
      paint: 'line',
      d: 'M5.3 1.5C5.3 5 2.2 5.5 1.6 9.3M10.7 1.5c0 3.5 3.1 4 3.7 7.8M1.3 13.2c1.1-1.1 2.2-1.1 3.35 0s2.25 1.1 3.35 0 2.25-1.1 3.35 0 2.25 1.1 3.35 0',
    },
    { paint: 'solid', d: 'M6.9 3h2.2v3.5h2.1L8 10.3 4.8 6.5h2.1z' },
  ],
  algal_mix: [
    {
      paint: 'line',
      d: 'M5.2 14.3c-1.8-2.7 1.3-4.3-.1-7.1C4.4 5.7 5 4 5.9 2.2M9.3 14.3c1.5-2.5-1.3-4 .3-6.8',
    },
    {
      paint: 'solid',
      d: 'M4.9 8.3C2.9 8 1.7 6.7 1.5 4.8c1.9.2 3.2 1.5 3.4 3.5zM5.4 6.3C6 4.5 7.3 3.5 9.1 3.5c-.3 1.9-1.6 3-3.7 2.8zM9.5 10.2c.5-1.9 1.9-2.9 3.8-2.9-.3 2-1.7 3.1-3.8 2.9zM11.4 11.4h2.4a0.4 0.4 0 0 1 0.4 0.4v2.4a0.4 0.4 0 0 1 -0.4 0.4h-2.4a0.4 0.4 0 0 1 -0.4 -0.4v-2.4a0.4 0.4 0 0 1 0.4 -0.4z',
    },
  ],
  illegal_dumping: [
    { paint: 'solid', d: 'M1.4 5.7l6.1-4.1 3.8 5.6-6.1 4.1z' },
    { paint: 'line', d: 'M7.5 1.6l2.3-.2' },
    {
      paint: 'solid',
      d: 'M12 8.6h1.8a0.4 0.4 0 0 1 0.4 0.4v1.8a0.4 0.4 0 0 1 -0.4 0.4h-1.8a0.4 0.4 0 0 1 -0.4 -0.4v-1.8a0.4 0.4 0 0 1 0.4 -0.4zM7.8 12.6a1.4 1.4 0 1 0 2.8 0a1.4 1.4 0 1 0 -2.8 0zM11.9 13.6a1 1 0 1 0 2 0a1 1 0 1 0 -2 0z',
    },
  ],
  abandoned_vessel: [
    { paint: 'solid', d: 'M1.5 8.4l12.8-2.2c-.1 2.8-1.5 5-4.1 5.9l-4 .6C3.6 12.3 2 10.8 1.5 8.4z' },
    { paint: 'line', d: 'M6.9 6.7 6.1 2.2M6.3 3.3l3.6 1.5M1.3 14.6h13.4' },
  ],
  hazardous_container: [
    {
      paint: 'evenodd',
      d: 'M4 1.5h8a1 1 0 0 1 1 1v1.7a.8.8 0 0 1-.5.75v6.1a.8.8 0 0 1 .5.75v1.7a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1v-1.7a.8.8 0 0 1 .5-.75v-6.1A.8.8 0 0 1 3 4.2V2.5a1 1 0 0 1 1-1zm3.25 3v4.6h1.5V4.5zm0 5.7v1.5h1.5v-1.5z',
    },
  ],
  oil_tar: [
    {
      paint: 'evenodd',
      d: 'M8 1.1c2.3 2.7 3.9 4.9 3.9 6.9a3.9 3.9 0 0 1-7.8 0c0-2 1.6-4.2 3.9-6.9zM5.9 8.1c0 1.2.8 2 1.9 2.2V9.1c-.5-.1-.8-.5-.8-1z',
    },
    { paint: 'line', d: 'M2 13.4c1.6 1.5 10.4 1.5 12 0' },
  ],
  medical_waste: [
    { paint: 'line', d: 'M1.7 14.3 4.6 11.4M10.2 1.9l3.9 3.9M12.1 3.9 10.3 5.7' },
    { paint: 'solid', d: 'M8.6 3.7l3.7 3.7-5.2 5.2a1.3 1.3 0 0 1-1.8 0l-1.9-1.9a1.3 1.3 0 0 1 0-1.8z' },
  ],
  entanglement: [
    {
      paint: 'solid',
      d: 'M.9 8.2C2.5 5.2 4.7 3.9 7.1 3.9c2 0 3.6 1 4.8 2.7l3.2-2.5v8.2l-3.2-2.5c-1.2 1.7-2.8 2.7-4.8 2.7-2.4 0-4.6-1.3-6.2-4.3z',
    },
    { paint: 'cut-line', d: 'M6.6 3c1.7 3 1.7 7.4 0 10.4M9.2 3c1.7 3 1.7 7.4 0 10.4' },
    { paint: 'line', d: 'M6.3 2.9c-.6-1.9 3.4-2.5 3.1.1M9 13.3c.2 1.5 2.4 2 4.7.9' },
    { paint: 'cut', d: 'M2.5 7.5a0.9 0.9 0 1 0 1.8 0a0.9 0.9 0 1 0 -1.8 0z' },
  ],
  navigation_hazard: [
    { paint: 'evenodd', d: 'M8 .9 14.1 11H1.9zm-.8 3.6.15 3.4h1.3l.15-3.4zm0 4.3v1.4h1.6V8.8z' },
    { paint: 'line', d: 'M1.3 13.9c1.1-1.1 2.2-1.1 3.35 0s2.25 1.1 3.35 0 2.25-1.1 3.35 0 2.25 1.1 3.35 0' },
  ],
} as const satisfies Record<IncidentKind, readonly GlyphPart[]>;
