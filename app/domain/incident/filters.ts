import { z } from 'zod';
import { Compartment, IncidentKind, IncidentStatus } from '#prisma/generated/enums.ts';
import { materials } from './waste-items.ts';

/** How far back the list and the map look, in days; `all` has no bound and is not written into the URL. */
export const periods = { week: 7, month: 30, quarter: 92, year: 366 } as const;
export type Period = keyof typeof periods;

/** How the list is sorted; the first is what one gets without asking. */
export const incidentSorts = ['newest', 'oldest', 'seen', 'status', 'kind', 'hazard'] as const;
export type IncidentSort = (typeof incidentSorts)[number];

const day = z.iso.date().optional().catch(undefined);

/** An unknown value in a URL is left out rather than refused: links live long. */
const known = <Value extends string>(values: Record<string, Value>) =>
  z.array(z.string()).transform((given) => Object.values(values).filter((value) => given.includes(value)));

/** What the map, the list and the JSON of the map leave out. Days are whole days in Korea, `to` included. */
const incidentFilters = z.object({
  kind: known(IncidentKind),
  status: known(IncidentStatus),
  compartment: known(Compartment),
  /** Holding something of these classes. */
  material: z.array(z.string()).transform((given) => materials.filter((one) => given.includes(one))),
  /** The responsible government, or its province. */
  government: z
    .string()
    .regex(/^[a-z-]{2,40}$/)
    .optional()
    .catch(undefined),
  period: z.enum(['week', 'month', 'quarter', 'year']).optional().catch(undefined),
  from: day,
  to: day,
  /** High and urgent only. */
  hazard: z.boolean(),
  /** Words in number, title or place. */
  q: z.string().trim().max(100).optional().catch(undefined),
});

export type IncidentFilters = z.output<typeof incidentFilters>;

export const noFilters: IncidentFilters = {
  ...{ kind: [], status: [], compartment: [], material: [] },
  hazard: false,
};

/** The filters that a URL carries. Multiple values repeat the name; unknown ones are ignored. */
export function readFilters(search: URLSearchParams): IncidentFilters {
  const one = (name: string) => search.get(name)?.trim() || undefined;
  return incidentFilters.parse({
    kind: search.getAll('kind'),
    status: search.getAll('status'),
    compartment: search.getAll('compartment'),
    material: search.getAll('material'),
    government: one('government'),
    period: one('period'),
    from: one('from'),
    to: one('to'),
    hazard: one('hazard') === 'high',
    q: one('q'),
  });
}

/** The same as search parameters, in a fixed order: equal filters make equal URLs. */
export function writeFilters(filters: IncidentFilters): URLSearchParams {
  const search = new URLSearchParams();
  for (const kind of filters.kind) search.append('kind', kind);
  for (const status of filters.status) search.append('status', status);
  for (const compartment of filters.compartment) search.append('compartment', compartment);
  for (const material of filters.material) search.append('material', material);
  if (filters.government) search.set('government', filters.government);
  if (filters.period) search.set('period', filters.period);
  if (filters.from) search.set('from', filters.from);
  if (filters.to) search.set('to', filters.to);
  if (filters.hazard) search.set('hazard', 'high');
  if (filters.q) search.set('q', filters.q);
  return search;
}

/** How many things are being filtered by: the number on the filter button. */
export function countFilters({
  kind,
  status,
  compartment,
  material,
  government,
  period,
  from,
  to,
  hazard,
}: IncidentFilters): number {
  const set = [
    kind.length > 0,
    status.length > 0,
    compartment.length > 0,
    material.length > 0,
    government,
    period ?? from ?? to,
    hazard,
  ];
  return set.filter(Boolean).length;
}

const dayInMs = 86_400_000;

const hourInMs = 3_600_000;

/**
 * The span of `seenAt` that the filters ask for; `until` is not part of it. A period begins on the full hour, so that
 * list and map mean the same moment.
 */
export function spanOf({ period, from, to }: IncidentFilters, now: Date): { since?: Date; until?: Date } {
  const since = from
    ? startOfDay(from)
    : period
      ? new Date(Math.floor(now.getTime() / hourInMs) * hourInMs - periods[period] * dayInMs)
      : undefined;
  const until = to ? new Date(startOfDay(to).getTime() + dayInMs) : undefined;
  return { ...(since && { since }), ...(until && { until }) };
}

/** A day begins in Korea first. */
function startOfDay(day: string): Date {
  return new Date(`${day}T00:00:00+09:00`);
}

/** The order of the list that a URL asks for. */
export function readSort(search: URLSearchParams): IncidentSort {
  return incidentSorts.find((sort) => sort === search.get('sort')) ?? 'newest';
}

/** The page of the list that a URL asks for, from 1. */
export function readPage(search: URLSearchParams): number {
  const page = Number(search.get('page') ?? '1');
  return Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1;
}
