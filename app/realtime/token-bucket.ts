/** Lets through `burst` at once and `perSecond` in the long run, per key. */
export function makeTokenBuckets(
  { burst, perSecond }: { burst: number; perSecond: number },
  now = () => Date.now(),
) {
  const buckets = new Map<string, { tokens: number; at: number }>();
  const fill = (bucket: { tokens: number; at: number }, at: number) =>
    Math.min(burst, bucket.tokens + ((at - bucket.at) / 1000) * perSecond);

  return {
    /** Takes a token; false when there is none. */
    take(key: string): boolean {
      const at = now();
      const bucket = buckets.get(key) ?? { tokens: burst, at };
      const tokens = fill(bucket, at);
      buckets.set(key, { tokens: tokens >= 1 ? tokens - 1 : tokens, at });
      return tokens >= 1;
    },
    /** Forgets the keys that are full again. */
    sweep(): void {
      const at = now();
      for (const [key, bucket] of buckets) if (fill(bucket, at) >= burst) buckets.delete(key);
    },
  };
}
