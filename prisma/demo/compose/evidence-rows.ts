import { demoIdAt } from '../ids.ts';
import type { Photo } from '../pictures/scene.ts';
import type { DemoAmount, DemoEvidence } from '../story.ts';
import type { Beginning } from './calendar.ts';
import type { Rows } from './rows.ts';
import { sourceOf } from './texts.ts';

type Owner = { incidentId: string } | { evidenceId: string } | { observationId: string };

/** Puts down a piece of evidence. @returns its id */
export function composeEvidence(
  rows: Rows,
  evidence: DemoEvidence,
  of: { incidentId: string } | { actionItemId: string },
  {
    name,
    view,
    at,
    accountId,
    beginning,
  }: { name: string; view: string; at: Date; accountId: string; beginning: Beginning },
): string {
  const id = demoIdAt(name, at);
  rows.evidence.push({
    id,
    ...of,
    ...sourceOf(evidence.text, beginning),
    beforeAfter: evidence.photos.length === 2,
    createdAt: at,
  });
  composeAmounts(rows, evidence.amounts, { evidenceId: id });
  composePhotos(rows, evidence.photos, { evidenceId: id }, { name, view, at, accountId });
  return id;
}

/** Puts down amounts in their order. */
export function composeAmounts(rows: Rows, amounts: readonly DemoAmount[], of: Owner): void {
  const at = new Date(0);
  for (const [position, amount] of amounts.entries()) {
    const id = demoIdAt(`${JSON.stringify(of)}/amount/${position}`, at);
    rows.amounts.push({ id, ...of, position, ...amount });
  }
}

/** Plans photos in their order; `view` names the spot that they are drawn from. */
export function composePhotos(
  rows: Rows,
  photos: readonly Photo[],
  of: Owner,
  { name, view, at, accountId }: { name: string; view: string; at: Date; accountId: string },
): void {
  for (const [position, photo] of photos.entries()) {
    const id = demoIdAt(`${name}/photo/${position}`, at);
    rows.photos.push({
      id,
      ...of,
      accountId,
      position,
      takenAt: at,
      createdAt: at,
      drawing: { photo, view },
    });
  }
}
