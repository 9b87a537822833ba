import { z } from 'zod';

const place = z.coerce.number().int().min(1).optional().catch(undefined);

/** Which entry of its thread a page is asked to show: `?at=12`. */
export function placeOf(request: Request): number | undefined {
  return place.parse(new URL(request.url).searchParams.get('at') ?? undefined);
}
