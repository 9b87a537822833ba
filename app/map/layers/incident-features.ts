import type { FeatureCollection, Point } from 'geojson';
import { groupOfKind, type KindGroup } from '#app/domain/incident/kinds.ts';
import type { IncidentPoint } from '../incident-point.ts';
import type { Theme } from '../style.ts';
import { markId } from './mark-id.ts';

type Properties = { number: string; title: string; group: KindGroup; image: string };

export type IncidentFeatures = FeatureCollection<Point, Properties>;

/**
 * The incidents as the map takes them. The selected one stands apart and joins no cluster: every incident is drawn, and
 * counted, exactly once.
 */
export function incidentFeatures(
  points: readonly IncidentPoint[],
  selected: string | undefined,
  theme: Theme,
): { others: IncidentFeatures; selected: IncidentFeatures } {
  const collection = (features: IncidentFeatures['features']): IncidentFeatures => ({
    type: 'FeatureCollection',
    features,
  });
  const all = points.map((point) => ({
    type: 'Feature' as const,
    properties: {
      number: point.number,
      title: point.title,
      group: groupOfKind[point.kind],
      image: markId(theme, point, point.number === selected),
    },
    geometry: { type: 'Point' as const, coordinates: [point.lon, point.lat] },
  }));
  return {
    others: collection(all.filter(({ properties }) => properties.number !== selected)),
    selected: collection(all.filter(({ properties }) => properties.number === selected)),
  };
}
