import type { Position } from './coordinates.ts';
import { metresBetween } from './distance.ts';

/** One sighting of what turned out to be the same mass. */
export type Sighting = Position & { seenAt: Date };

/** The way of a drifting mass from its first sighting to its last. */
export type Drift = { number: string; title: string; sightings: Sighting[]; metres: number };

/** Nearer than this, somebody looked again at the same place. */
const leastMetres = 1000;

/**
 * Puts sightings into the order of time and leaves out those that did not move. Undefined when nothing moved: that is no
 * drift. A straight line joins two sightings; how the mass went between them nobody knows.
 */
export function driftOf(sightings: readonly Sighting[]): Pick<Drift, 'sightings' | 'metres'> | undefined {
  const inTime = [...sightings].sort((a, b) => a.seenAt.getTime() - b.seenAt.getTime());
  const moved: Sighting[] = [];
  let metres = 0;
  for (const sighting of inTime) {
    const last = moved.at(-1);
    const away = last ? metresBetween(last, sighting) : 0;
    if (last && away < leastMetres) continue;
    moved.push(sighting);
    metres += away;
  }
  return moved.length > 1 ? { sightings: moved, metres } : undefined;
}
