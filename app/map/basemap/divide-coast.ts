import type { Position } from 'geojson';
import { type CoastLines, decodeLine, encodeLine } from './coast-code.ts';

/** The stretches of coast of each owner. */
export type CoastStretches = { owner: string; lines: CoastLines }[];

/**
 * Gives every point of the coast to its owner. Where the owner changes between two points, each has the way to the
 * middle; a point that nobody owns ends the stretch.
 */
export function divideCoast(
  lines: CoastLines,
  ownerOf: (point: Position) => string | undefined,
): CoastStretches {
  const stretches = new Map<string, CoastLines>();
  for (const line of lines) {
    let stretch: { owner: string; points: Position[] } | undefined;
    const finish = () => {
      if (stretch && stretch.points.length > 1)
        stretches.set(stretch.owner, [...(stretches.get(stretch.owner) ?? []), encodeLine(stretch.points)]);
      stretch = undefined;
    };
    let last: Position | undefined;
    for (const point of decodeLine(line)) {
      const owner = ownerOf(point);
      if (stretch && owner !== stretch.owner) {
        const middle = owner !== undefined && last ? middleOf(last, point) : undefined;
        if (middle) stretch.points.push(middle);
        finish();
        if (owner !== undefined && middle) stretch = { owner, points: [middle, point] };
      } else if (stretch) stretch.points.push(point);
      else if (owner !== undefined) stretch = { owner, points: [point] };
      last = point;
    }
    finish();
  }
  return [...stretches].map(([owner, own]) => ({ owner, lines: own }));
}

function middleOf([x0 = 0, y0 = 0]: Position, [x1 = 0, y1 = 0]: Position): Position {
  return [(x0 + x1) / 2, (y0 + y1) / 2];
}
