/** Arc of a donut: from and to in radians, clockwise from 12 o'clock; `group` is the place in the order of the groups. */
export type Arc = { group: number; from: number; to: number };

/** Width of the ring in pixels. */
export const ringWidth = 6;

const gap = 1.8;
const thinnest = 1.4;

/** The outer radius of a donut in pixels: four steps, so that one sees few, some, many, a lot. */
export function donutRadius(total: number): number {
  if (total >= 80) return 29;
  if (total >= 30) return 25;
  return total >= 10 ? 21 : 17;
}

/**
 * Divides the ring among the groups. Groups without incidents have no arc; a group with a single one among a hundred
 * still gets a sliver that can be seen. One group alone closes the ring.
 */
export function donutArcs(counts: readonly number[], radius: number): Arc[] {
  const shares = counts.map((count, group) => ({ group, count })).filter(({ count }) => count > 0);
  const [first, second] = shares;
  if (!first) return [];
  if (!second) return [{ group: first.group, from: 0, to: 2 * Math.PI }];

  const space = 2 * Math.PI - shares.length * (gap / radius);
  const least = thinnest / radius;
  const small = new Set<number>();
  let perIncident = 0;
  // A group that becomes a sliver takes room from the others, which can make the next one a sliver too.
  for (let known = -1; small.size > known;) {
    known = small.size;
    const large = shares.filter(({ group }) => !small.has(group));
    perIncident = (space - small.size * least) / large.reduce((sum, { count }) => sum + count, 0);
    for (const { group, count } of large) if (count * perIncident < least) small.add(group);
  }

  let from = gap / radius / 2;
  return shares.map(({ group, count }) => {
    const length = small.has(group) ? least : count * perIncident;
    const arc = { group, from, to: from + length };
    from = arc.to + gap / radius;
    return arc;
  });
}
