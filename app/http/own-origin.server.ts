import { getEnv } from '#app/env.server.ts';

/** The address that people type, for links that are handed over. */
export function ownOriginOf(request: Request): string {
  return getEnv().ORIGIN ?? new URL(request.url).origin;
}
