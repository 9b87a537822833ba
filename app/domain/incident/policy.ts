import type { IncidentStatus, Visibility } from '#prisma/generated/enums.ts';
import type { Actor, Reader } from '../actor.ts';
import type { Publicity } from '../event.ts';
import { type CorrectableField, findingFields, reportedFields } from './correction.ts';

type Case = { status: IncidentStatus; responsibleGovernmentId: string; reporterGovernmentId: string };

/** Steps in the life of an incident; each is one verb and one URL. */
export const incidentSteps = [
  'confirm',
  'respond',
  'resolve',
  'mark_duplicate',
  'hand_over',
  'close_without_action',
  'reopen',
] as const;
export type IncidentStep = (typeof incidentSteps)[number];

const from = {
  confirm: ['reported'],
  respond: ['reported', 'confirmed'],
  resolve: ['confirmed', 'responding'],
  mark_duplicate: ['reported', 'confirmed'],
  hand_over: ['reported', 'confirmed', 'responding'],
  close_without_action: ['reported', 'confirmed'],
  reopen: ['resolved', 'duplicate', 'not_ours', 'no_action'],
} as const satisfies Record<IncidentStep, readonly IncidentStatus[]>;

/** Every government with officers may report. */
export function mayReport(actor: Actor): boolean {
  return actor.role !== 'observer';
}

/** The states that a step may start from. */
export function statusesBefore(step: IncidentStep): readonly IncidentStatus[] {
  return from[step];
}

/**
 * May this actor take this step now? The responsible government decides; the secretariat may help out with duplicates
 * and reopening, and who reported may reopen.
 */
export function mayTake(step: IncidentStep, reader: Reader, incident: Case): boolean {
  if (!reader || reader.role === 'observer') return false;
  if (!statusesBefore(step).includes(incident.status)) return false;
  if (reader.governmentId === incident.responsibleGovernmentId) return true;
  if (step === 'reopen')
    return reader.role === 'secretariat' || reader.governmentId === incident.reporterGovernmentId;
  return step === 'mark_duplicate' && reader.role === 'secretariat';
}

/** What everybody may see of an incident now. */
export function publicityOf(incident: { visibility: Visibility; coarseForPublic: boolean }): Publicity {
  if (incident.visibility !== 'public') return 'none';
  return incident.coarseForPublic ? 'coarse' : 'exact';
}

/**
 * May this reader decide what everybody sees? The responsible government may, once all members see it: what was said to
 * named governments only is theirs.
 */
export function mayDecidePublicity(
  reader: Reader,
  incident: { responsibleGovernmentId: string; visibility: Visibility },
): boolean {
  if (!reader || reader.role === 'observer') return false;
  if (incident.visibility !== 'network' && incident.visibility !== 'public') return false;
  return reader.governmentId === incident.responsibleGovernmentId;
}

/**
 * The fields that this reader may correct, in any state: all of them for the government that reported, what it found
 * itself (place, kind, where it lies, hazard) for the responsible one. Nobody corrects another government's words.
 */
export function correctableBy(
  reader: Reader,
  incident: { responsibleGovernmentId: string; reporterGovernmentId: string },
): readonly CorrectableField[] {
  if (!reader || reader.role === 'observer') return [];
  if (reader.governmentId === incident.reporterGovernmentId) return reportedFields;
  return reader.governmentId === incident.responsibleGovernmentId ? findingFields : [];
}
