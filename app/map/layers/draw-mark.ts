import type { IncidentStatus } from '#prisma/generated/enums.ts';
import { kindGroups } from '#app/domain/incident/kinds.ts';
import { donutArcs, donutRadius, ringWidth } from './donut.ts';
import { glyphs, type GlyphPart } from './glyphs.ts';
import { readMarkId, type MarkSpec } from './mark-id.ts';

/** An image for the map; its size on the screen is the data's size divided by the ratio. */
export type MarkImage = { data: ImageData; pixelRatio: number };

type Colours = Record<'ink' | 'ink-3' | 'panel' | 'signal' | 'done', string> & {
  groups: string[];
  font: string;
};

/**
 * Draws the mark of this name in the colours that hold for `element` now; undefined if the name is not ours.
 * Sizes are those of the drawn reference: a disc of 27 px, a badge at four o'clock, a dotted ring for danger.
 */
export function drawMark(id: string, element: Element): MarkImage | undefined {
  const spec = readMarkId(id);
  if (!spec) return undefined;
  const half = reach(spec);
  // Twice at least: a mark is small and has fine lines.
  const pixelRatio = Math.max(2, Math.ceil(window.devicePixelRatio));
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = Math.ceil(half * 2 * pixelRatio);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return undefined;
  context.scale(pixelRatio, pixelRatio);
  context.translate(half, half);
  const colours = readColours(element);
  if (spec.shape === 'donut') drawDonut(context, spec.counts, colours);
  else drawSingle(context, spec, colours);
  return { data: context.getImageData(0, 0, canvas.width, canvas.height), pixelRatio };
}

/** Half the side of the image in pixels: as small as the mark allows, because it is also what one hits. */
function reach(spec: MarkSpec): number {
  if (spec.shape === 'donut') return donutRadius(sum(spec.counts)) + 3;
  return spec.selected ? 26 : 21;
}

function readColours(element: Element): Colours {
  const style = getComputedStyle(element);
  const read = (name: string) => style.getPropertyValue(`--${name}`).trim() || '#777';
  return {
    ink: read('ink'),
    'ink-3': read('ink-3'),
    panel: read('panel'),
    signal: read('signal'),
    done: read('done'),
    groups: kindGroups.map((group) => read(`g-${group}`)),
    font: style.getPropertyValue('--sans').trim() || 'sans-serif',
  };
}

function drawDonut(context: CanvasRenderingContext2D, counts: number[], colours: Colours): void {
  const total = sum(counts);
  const outer = donutRadius(total);
  const middle = outer - ringWidth / 2;
  halo(context, outer + 2.5, colours.panel);
  disc(context, outer - ringWidth, colours.panel);
  context.lineWidth = ringWidth;
  for (const { group, from, to } of donutArcs(counts, middle)) {
    context.beginPath();
    context.arc(0, 0, middle, from - Math.PI / 2, to - Math.PI / 2);
    context.strokeStyle = colours.groups[group] ?? colours.ink;
    context.stroke();
  }
  const words = String(total);
  context.font = `650 ${words.length > 3 ? 11 : 13}px ${colours.font}`;
  context.textAlign = 'center';
  context.textBaseline = 'alphabetic';
  context.fillStyle = colours.ink;
  // Figures have no descenders: the middle of their height, not of the line.
  const { actualBoundingBoxAscent: ascent, actualBoundingBoxDescent: descent } = context.measureText(words);
  context.fillText(words, 0, (ascent - descent) / 2);
}

function drawSingle(
  context: CanvasRenderingContext2D,
  spec: MarkSpec & { shape: 'mark' },
  colours: Colours,
): void {
  const closed = isClosed(spec.status);
  context.globalAlpha = closed ? 0.92 : 1;
  if (spec.selected) {
    halo(context, 24, colours.panel);
    ring(context, 22, 2.5, colours.ink);
  }
  if (spec.hazard) {
    if (!spec.selected) halo(context, 20, colours.panel);
    context.save();
    context.setLineDash([0.1, (18 * 2 * Math.PI) / 22 - 0.1]);
    context.lineCap = 'round';
    ring(context, 18, 2.6, colours.signal);
    context.restore();
  }
  disc(context, 13.5, colours.panel);
  ring(context, 13.5, 1.2, colours.ink);

  context.save();
  context.translate(-8, -8);
  for (const part of glyphs[spec.kind])
    paintPart(context, part, closed ? colours['ink-3'] : colours.ink, colours.panel);
  context.restore();

  context.save();
  context.translate(11, 10);
  disc(context, 8, colours.panel);
  context.scale(13 / 16, 13 / 16);
  context.translate(-8, -8);
  drawBadge(context, spec.status, colours);
  context.restore();
}

function paintPart(
  context: CanvasRenderingContext2D,
  { paint, d }: GlyphPart,
  ink: string,
  behind: string,
): void {
  const path = new Path2D(d);
  const cut = paint === 'cut' || paint === 'cut-line';
  if (paint === 'line' || paint === 'cut-line') {
    context.lineWidth = 1.4;
    context.lineCap = cut ? 'butt' : 'round';
    context.lineJoin = cut ? 'miter' : 'round';
    context.strokeStyle = cut ? behind : ink;
    context.stroke(path);
  } else {
    context.fillStyle = cut ? behind : ink;
    context.fill(path, paint === 'evenodd' ? 'evenodd' : 'nonzero');
  }
}

/** The same shapes as `ui/shape.tsx`, on 16 x 16. */
function drawBadge(
  context: CanvasRenderingContext2D,
  status: IncidentStatus,
  { ink, panel, done }: Colours,
): void {
  const colour = status === 'resolved' ? done : ink;
  const round = (width: number, d: string, stroke = colour) => {
    context.lineWidth = width;
    context.lineCap = context.lineJoin = 'round';
    context.strokeStyle = stroke;
    context.stroke(new Path2D(d));
  };
  const fill = (d: string) => {
    context.fillStyle = colour;
    context.fill(new Path2D(d));
  };
  const circle = 'M14.2 8A6.2 6.2 0 1 1 1.8 8a6.2 6.2 0 0 1 12.4 0z';
  switch (status) {
    case 'reported':
      return round(1.6, circle);
    case 'confirmed':
      round(1.6, circle);
      return fill('M10.4 8A2.4 2.4 0 1 1 5.6 8a2.4 2.4 0 0 1 4.8 0z');
    case 'responding':
      round(1.6, circle);
      return fill('M8 1.8a6.2 6.2 0 0 1 0 12.4z');
    case 'resolved':
      fill('M15 8A7 7 0 1 1 1 8a7 7 0 0 1 14 0z');
      return round(1.7, 'm4.9 8.2 2.2 2.2 4.1-4.5', panel);
    case 'duplicate':
      round(1.5, 'M2.8 1.8h6.5a1 1 0 0 1 1 1v6.5a1 1 0 0 1-1 1H2.8a1 1 0 0 1-1-1V2.8a1 1 0 0 1 1-1z');
      return fill('M6.7 5.7h6.5a1 1 0 0 1 1 1v6.5a1 1 0 0 1-1 1H6.7a1 1 0 0 1-1-1V6.7a1 1 0 0 1 1-1z');
    case 'not_ours':
      round(1.6, circle);
      return round(1.5, 'M5 8h6M8.6 5.5 11.1 8l-2.5 2.5');
    case 'no_action':
      round(1.6, circle);
      return round(1.6, 'M5 8h6');
  }
}

function isClosed(status: IncidentStatus): boolean {
  return status === 'resolved' || status === 'duplicate' || status === 'not_ours' || status === 'no_action';
}

function halo(context: CanvasRenderingContext2D, radius: number, colour: string): void {
  context.save();
  context.globalAlpha *= 0.82;
  disc(context, radius, colour);
  context.restore();
}

function disc(context: CanvasRenderingContext2D, radius: number, colour: string): void {
  context.beginPath();
  context.arc(0, 0, radius, 0, 2 * Math.PI);
  context.fillStyle = colour;
  context.fill();
}

function ring(context: CanvasRenderingContext2D, radius: number, width: number, colour: string): void {
  context.beginPath();
  context.arc(0, 0, radius, 0, 2 * Math.PI);
  context.lineWidth = width;
  context.strokeStyle = colour;
  context.stroke();
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
