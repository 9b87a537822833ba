import { createHash } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { db } from '#app/db/client.server.ts';
import { oneAtATime } from '#app/db/commit.server.ts';
import type { Actor } from '../../actor.ts';
import { done, refuse, type Result } from '../../result.ts';
import { findSavedMapping } from './find-import.server.ts';
import { mayImport } from './policy.ts';
import { readSheetAside } from './read-sheet-aside.server.ts';
import type { SheetFault } from './sheet.ts';
import { suggestMapping } from './suggest-mapping.ts';

export type StartedImport = { id: string } | { fault: SheetFault; line: number };

/**
 * Takes a file in and proposes how to read it: as the government read such a sheet before, as we know it, or by its
 * heads. Nothing of it becomes an incident yet. The same file sent again from one seat is the same draft, until it is
 * brought in. A file that is no sheet is answered with what is wrong and where.
 */
export async function startImport(
  actor: Actor,
  { fileName, bytes, places }: { fileName: string; bytes: Uint8Array; places: Uint8Array | null },
): Promise<Result<StartedImport>> {
  if (!mayImport(actor)) return refuse('not_allowed');
  const read = await readSheetAside(bytes);
  if (!read.ok) return done({ fault: read.fault, line: read.line });
  const { governmentId, accountId, seatId, language } = actor;
  const mapping =
    (await findSavedMapping(governmentId, read.sheet.columns)) ??
    suggestMapping(read.sheet, language, fileName);
  const sha256 = digestOf(bytes, places);
  return db().$transaction(
    async (tx) => {
      await oneAtATime(tx, `import:${seatId}:${sha256}`);
      const open = { in: ['draft' as const, 'running' as const] };
      const sent = await tx.sheetImport.findFirst({
        where: { seatId, sha256, state: open },
        orderBy: { createdAt: 'desc' },
        select: { id: true },
      });
      if (sent) return done(sent);
      const created = await tx.sheetImport.create({
        data: {
          ...{ id: uuid(), governmentId, accountId, seatId, mapping, sha256 },
          fileName: fileName.slice(0, 200),
          content: new Uint8Array(bytes),
          places: places && new Uint8Array(places),
        },
        select: { id: true },
      });
      return done(created);
    },
    { maxWait: 10_000, timeout: 10_000 },
  );
}

/** Of both files, each with its length before it: no two pairs of files are the same. */
function digestOf(bytes: Uint8Array, places: Uint8Array | null): string {
  const hash = createHash('sha256').update(`${bytes.length} `).update(bytes);
  return hash
    .update(`${places?.length ?? ''} `)
    .update(places ?? '')
    .digest('hex');
}
