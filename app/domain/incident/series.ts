import type { AmountMethod, AmountUnit, Language } from '#prisma/generated/enums.ts';
import type { NamedGovernment } from '../government/government.ts';
import { massInKg } from './amounts.ts';

type SeenAmount = { id: string; item: string; value: number; unit: AmountUnit; method: AmountMethod };
type SeenPhoto = { id: string; width: number; height: number };

/** One time that an incident was seen: its report, an observation, or either of a duplicate that was joined to it. */
export type Sighting = {
  id: string;
  /** The duplicate that says so; null where the incident itself does. */
  number: string | null;
  seenAt: Date;
  lat: number;
  lon: number;
  note: string;
  language: Language;
  government: NamedGovernment;
  amounts: SeenAmount[];
  photos: SeenPhoto[];
};

type Seen = Omit<Sighting, 'number'>;

/** The report as the first of its sightings. */
export function reportAsSighting(
  report: Omit<Seen, 'government' | 'note'> & { text: string; reporterGovernment: NamedGovernment },
  number: string | null,
): Sighting {
  const { id, seenAt, lat, lon, text, language, reporterGovernment, amounts, photos } = report;
  const government = reporterGovernment;
  return { id, number, seenAt, lat, lon, note: text, language, government, amounts, photos };
}

/** How an incident was seen again, the oldest first: its observations and what its duplicates say. */
export function seenAgain(incident: {
  observations: readonly Seen[];
  joined: readonly Sighting[];
}): Sighting[] {
  const own = incident.observations.map((observation) => ({ ...observation, number: null }));
  return [...own, ...incident.joined].sort((a, b) => a.seenAt.getTime() - b.seenAt.getTime());
}

export type SeriesPoint = { id: string; at: Date; value: number; estimated: boolean };
/** Amounts over time in one unit. */
export type Series = { unit: AmountUnit; points: SeriesPoint[] };

/**
 * How the amount went over time, in the unit that most sightings use; masses are one unit (kg, from a tonne on t). Null
 * where no unit was used twice: then there is nothing to compare, and no other unit is guessed.
 */
export function seriesOf(
  sightings: readonly { id: string; seenAt: Date; amounts: readonly SeenAmount[] }[],
): Series | null {
  const byUnit = new Map<AmountUnit, SeriesPoint[]>();
  for (const { id, seenAt: at, amounts } of sightings) {
    const sums = new Map<AmountUnit, { value: number; estimated: boolean }>();
    for (const { value, unit, method } of amounts) {
      const kg = massInKg({ value, unit });
      const key = kg === null ? unit : 'kg';
      const sum = sums.get(key) ?? { value: 0, estimated: false };
      sums.set(key, {
        value: sum.value + (kg ?? value),
        estimated: sum.estimated || method === 'estimated',
      });
    }
    for (const [unit, sum] of sums) byUnit.set(unit, [...(byUnit.get(unit) ?? []), { id, at, ...sum }]);
  }
  let best: Series | null = null;
  for (const [unit, points] of byUnit) {
    if (points.length >= 2 && points.length > (best?.points.length ?? 0)) best = { unit, points };
  }
  if (!best) return null;
  const points = best.points.sort((a, b) => a.at.getTime() - b.at.getTime());
  const inTonnes = best.unit === 'kg' && Math.max(...points.map(({ value }) => value)) >= 1000;
  if (!inTonnes) return { unit: best.unit, points };
  return { unit: 't', points: points.map((point) => ({ ...point, value: point.value / 1000 })) };
}
