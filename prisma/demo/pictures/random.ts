/** Random numbers that are the same for the same seed. */
export type Random = {
  /** From `low` (inclusive) to `high` (exclusive). */
  between: (low: number, high: number) => number;
  /** Around 0, mostly within -1 and 1. */
  spread: () => number;
  chance: (probability: number) => boolean;
  pick: <T>(from: readonly T[]) => T;
};

/** Mulberry32 (Tommy Ettinger, public domain) on an FNV-1a hash of the seed. */
export function randomOf(seed: string): Random {
  let state = 2166136261;
  for (const character of seed) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 16777619);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  // FNV leaves similar seeds close together.
  for (let round = 0; round < 8; round += 1) next();
  return {
    between: (low, high) => low + next() * (high - low),
    spread: () => (next() + next() + next()) / 1.5 - 1,
    chance: (probability) => next() < probability,
    pick: (from) => {
      const [picked] = from.slice(Math.floor(next() * from.length));
      if (picked === undefined) throw new Error('There is nothing to pick from.');
      return picked;
    },
  };
}
