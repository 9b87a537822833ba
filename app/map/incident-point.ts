import { z } from 'zod';
import { Hazard, IncidentKind, IncidentStatus } from '#prisma/generated/enums.ts';

/** What the map needs to know of an incident; degrees in WGS 84. */
export const incidentPoint = z.object({
  number: z.string(),
  kind: z.enum(IncidentKind),
  status: z.enum(IncidentStatus),
  hazard: z.enum(Hazard),
  lat: z.number(),
  lon: z.number(),
  /** In the language in which it is to be read out. */
  title: z.string(),
});
export type IncidentPoint = z.output<typeof incidentPoint>;

/** What the map shows beside the tiles of one version; app/domain/incident/find-map-tiles.server.ts says more. */
export const incidentNews = z.object({
  version: z.number(),
  count: z.number(),
  /** In no tile. */
  points: z.array(incidentPoint),
  /** In the tiles, but looking different by now. */
  changed: z.array(incidentPoint.pick({ number: true, kind: true, status: true, hazard: true })),
  /** In the tiles, and not to be shown from them. */
  gone: z.array(z.string()),
  /** No newer tiles are to be expected. */
  settled: z.boolean(),
});
export type IncidentNews = z.output<typeof incidentNews>;
