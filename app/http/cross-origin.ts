export type CrossOriginQuestion = {
  method: string;
  /** Sec-Fetch-Site, where the browser sends it. */
  site: string | undefined;
  /** The Origin header. */
  origin: string | undefined;
  /** Our own origins. */
  own: readonly string[];
};

/**
 * Does this request come from our own pages? Reading is free for all; everything else must prove it by Sec-Fetch-Site,
 * or by Origin in older browsers and on plain http. Neither, or `null`, is a refusal.
 */
export function comesFromHere({ method, site, origin, own }: CrossOriginQuestion): boolean {
  if (method === 'GET' || method === 'HEAD') return true;
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  return isOwnOrigin(origin, own);
}

/** Is this Origin header one of ours? A missing one or `null` is not. */
export function isOwnOrigin(origin: string | undefined, own: readonly string[]): boolean {
  return origin !== undefined && origin !== 'null' && own.includes(origin);
}
