/** One bar of the chart's frame, in pixels from the start of its edge. */
export type Bar = { from: number; to: number };

/** Degrees of one bar, from far to near: half a degree, as on sea charts, then six minutes and one. */
const steps = [1 / 2, 1 / 10, 1 / 60];
const longest = 280;

/** How many degrees a bar stands for where a degree has so many pixels. */
export function barStep(pixelsPerDegree: number): number {
  return steps.find((step) => step * pixelsPerDegree <= longest) ?? 1 / 60;
}

/**
 * The ink bars along one edge: every second one, counted from 0 degrees so that they stay with the land when the map
 * moves.
 * @param position where a degree lies on the edge, in pixels; it may rise or fall
 */
export function inkBars(
  first: number,
  last: number,
  step: number,
  length: number,
  position: (degree: number) => number,
): Bar[] {
  const bars: Bar[] = [];
  for (let index = Math.floor(first / step); index * step < last; index++) {
    if (index % 2 !== 0) continue;
    const ends = [position(index * step), position((index + 1) * step)];
    const from = Math.max(0, Math.min(...ends));
    const to = Math.min(length, Math.max(...ends));
    if (to > from) bars.push({ from, to });
  }
  return bars;
}
