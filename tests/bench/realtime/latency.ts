/** In ms. */
export type Latency = { p50: number; p99: number; max: number };

/** Ms of the machine's monotonic clock, which all its processes share. */
export function now(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

/** The middle, the worst of a hundred and the worst; zeros when there is nothing. */
export function latency(milliseconds: readonly number[]): Latency {
  const sorted = Float64Array.from(milliseconds).sort();
  const at = (part: number) =>
    round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0);
  return { p50: at(0.5), p99: at(0.99), max: round(sorted.at(-1) ?? 0) };
}

/** Two decimals. */
export function round(value: number): number {
  return Number(value.toFixed(2));
}
