import type { ExpressionSpecification } from 'maplibre-gl';
import { Hazard, IncidentKind, IncidentStatus } from '#prisma/generated/enums.ts';
import { kindGroups } from '#app/domain/incident/kinds.ts';
import type { IncidentPoint } from '../incident-point.ts';
import type { Theme } from '../style.ts';

/**
 * Marks are images that the map asks for by name, when it needs them. The name says everything that is drawn:
 * `light/donut/7,12,4,0,1` or `light/mark/oil_tar/responding/hazard`.
 */
export type MarkSpec =
  | { shape: 'donut'; counts: number[] }
  | { shape: 'mark'; kind: IncidentKind; status: IncidentStatus; hazard: boolean; selected: boolean };

/** The part of a donut's name before its counts. */
export function donutPrefix(theme: Theme): string {
  return `${theme}/donut/`;
}

/** The name of the image of a single incident. */
export function markId(
  theme: Theme,
  point: Pick<IncidentPoint, 'kind' | 'status' | 'hazard'>,
  selected: boolean,
): string {
  const hazard = isDangerous(point.hazard) ? 'hazard' : 'calm';
  return [theme, 'mark', point.kind, point.status, hazard, ...(selected ? ['selected'] : [])].join('/');
}

/** The same name, made by the engine from the properties of a tile's mark. */
export function markExpression(theme: Theme): ExpressionSpecification {
  const hazard: ExpressionSpecification = ['match', ['get', 'hazard'], ['high', 'urgent'], 'hazard', 'calm'];
  return ['concat', `${theme}/mark/`, ['get', 'kind'], '/', ['get', 'status'], '/', hazard];
}

/** High and urgent hazards get the dotted ring. */
function isDangerous(hazard: Hazard): boolean {
  return hazard === Hazard.high || hazard === Hazard.urgent;
}

/** Reads a name back; undefined for images that are not ours. */
export function readMarkId(id: string): MarkSpec | undefined {
  const [, shape, ...parts] = id.split('/');
  if (shape === 'donut') {
    const counts = (parts[0] ?? '').split(',').map(Number);
    return counts.length === kindGroups.length && counts.every(Number.isInteger)
      ? { shape, counts }
      : undefined;
  }
  if (shape === 'mark') {
    const kind = Object.values(IncidentKind).find((one) => one === parts[0]);
    const status = Object.values(IncidentStatus).find((one) => one === parts[1]);
    if (!kind || !status) return undefined;
    return { shape, kind, status, hazard: parts[2] === 'hazard', selected: parts[3] === 'selected' };
  }
  return undefined;
}
