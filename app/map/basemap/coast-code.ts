import type { Position } from 'geojson';

/** Lines of coast: for each its start in units of 1/10,000 degree (x, y), then the step to each next point. */
export type CoastLines = number[][];

const coastUnit = 10_000;

/** Reads a line back into degrees. */
export function decodeLine(line: readonly number[]): Position[] {
  const points: Position[] = [];
  let [x, y] = [0, 0];
  for (let at = 0; at + 1 < line.length; at += 2) {
    x += line[at] ?? 0;
    y += line[at + 1] ?? 0;
    points.push([x / coastUnit, y / coastUnit]);
  }
  return points;
}

/** Writes degrees as a line. */
export function encodeLine(points: readonly Position[]): number[] {
  let [lastX, lastY] = [0, 0];
  return points.flatMap(([lon = 0, lat = 0]) => {
    const [x, y] = [Math.round(lon * coastUnit), Math.round(lat * coastUnit)];
    const step = [x - lastX, y - lastY];
    [lastX, lastY] = [x, y];
    return step;
  });
}
