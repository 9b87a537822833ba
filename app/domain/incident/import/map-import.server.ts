import { v7 as uuid } from 'uuid';
import { commit } from '#app/db/commit.server.ts';
import type { Actor } from '../../actor.ts';
import { done, refuse, type Result } from '../../result.ts';
import { importRow } from './find-import.server.ts';
import { type MappingChoices, mappingSchema, severalColumns } from './mapping.ts';
import { mayImport } from './policy.ts';

/** Says which column means what. The government keeps it for the next sheet of this kind. */
export async function mapImport(
  actor: Actor,
  { importId, ...choices }: MappingChoices & { importId: string },
): Promise<Result<null>> {
  const { governmentId } = actor;
  if (!mayImport(actor)) return refuse('not_allowed');
  const row = await importRow(importId);
  if (!row || row.governmentId !== governmentId) return refuse('not_found');
  const { key, closedBecause, ...chosen } = choices;
  const before = mappingSchema.parse(row.mapping);
  const { closedBecause: _, ...kept } = before;
  const mapping = {
    ...kept,
    ...chosen,
    key: key === severalColumns ? before.key : key === undefined ? [] : [key],
    ...(closedBecause && { closedBecause }),
  };
  return commit(async (tx) => {
    const { count } = await tx.sheetImport.updateMany({
      where: { id: importId, state: 'draft' },
      data: { mapping },
    });
    if (count === 0) return refuse('already_changed');
    const name = mapping.source;
    await tx.importMapping.upsert({
      where: { governmentId_name: { governmentId, name } },
      create: { id: uuid(), governmentId, name, mapping },
      update: { mapping },
    });
    return done(null);
  });
}
