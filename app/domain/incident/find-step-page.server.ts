import type { Actor } from '../actor.ts';
import { findGovernments } from '../government/find-governments.server.ts';
import { findIncidentForStep } from './find-incident.server.ts';

/** What the form of a step needs beside the step; null when the incident is absent or not for this reader. */
export async function findStepPage(actor: Actor, number: string) {
  const incident = await findIncidentForStep(actor, number);
  return incident && { number: incident.number, governments: await findGovernments() };
}
