import { z } from 'zod';
import type { Prisma } from '#prisma/generated/client.ts';
import { governmentSelect } from '../government/government.ts';
import { parseCoordinates, type Position } from '../incident/coordinates.ts';
import { metresBetween } from '../incident/distance.ts';

/** Areas that one seat may watch. */
export const mostAreas = 20;

/** Kilometres. */
export const radii = { least: 1, most: 300, proposed: 20 } as const;
/** Metres. */
export const widestRadius = radii.most * 1000;

/** The two ways to say an area; the keys of `watch:way`. */
export const areaWays = ['circle', 'waters'] as const;

/** A circle, or whose waters. */
type Area = {
  name: string;
  lat: number | null;
  lon: number | null;
  radiusM: number | null;
  governmentId: string | null;
};

/** An area as a form says it: a circle, or a government's waters. Messages are keys of the namespace `form`. */
export const areaInput = z
  .object({
    name: z.string().trim().max(80, 'too_long').default(''),
    area: z.enum(areaWays, 'choose_one'),
    coordinates: z.string().trim().max(120, 'too_long').default(''),
    radiusKm: z.number('not_a_number').optional(),
    governmentId: z.string().max(80).optional(),
  })
  .transform(({ name, area: way, coordinates, radiusKm, governmentId }, context): Area => {
    const fault = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message, input: null });
    if (way === 'waters') {
      if (governmentId === undefined) fault('governmentId', 'choose_one');
      return { name, lat: null, lon: null, radiusM: null, governmentId: governmentId ?? null };
    }
    const parsed = parseCoordinates(coordinates);
    if (!parsed.ok) fault('coordinates', coordinates === '' ? 'required' : parsed.fault);
    if (radiusKm === undefined) fault('radiusKm', 'required');
    else if (radiusKm < radii.least) fault('radiusKm', 'number_too_small');
    else if (radiusKm > radii.most) fault('radiusKm', 'number_too_big');
    const { lat, lon } = parsed.ok ? parsed.position : { lat: 0, lon: 0 };
    return { name, lat, lon, radiusM: Math.round((radiusKm ?? 0) * 1000), governmentId: null };
  });

export type AreaInput = z.output<typeof areaInput>;

/** The same with the key that makes it one. */
export const watchInput = z.object({ clientKey: z.uuid() }).and(areaInput);
export type WatchInput = z.output<typeof watchInput>;

/** Which of the seat's areas, as a URL says it. */
export const watchedInput = z.object({ id: z.uuid() });

/** A watched area in the list. */
export const watchSelect = {
  id: true,
  name: true,
  lat: true,
  lon: true,
  radiusM: true,
  government: { select: governmentSelect },
} as const satisfies Prisma.WatchSelect;
export type WatchedArea = Prisma.WatchGetPayload<{ select: typeof watchSelect }>;

/** Does this place lie in the circle, its edge included? Never in what is no circle. */
export function isInCircle(
  place: Position,
  { lat, lon, radiusM }: { lat: number | null; lon: number | null; radiusM: number | null },
): boolean {
  if (lat === null || lon === null || radiusM === null) return false;
  return metresBetween(place, { lat, lon }) <= radiusM;
}
