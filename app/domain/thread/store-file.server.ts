import { createHash } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { db } from '#app/db/client.server.ts';
import type { Actor } from '../actor.ts';
import { done, refuse, type Result } from '../result.ts';
import { largestFileBytes, nameOfFile, type PostFile } from './attachment.ts';
import { mayPost } from './policy.ts';
import { removePostFile, writePostFile } from './post-files.server.ts';
import { sniffFile } from './sniff-file.server.ts';

/** Files that one account may leave waiting for a post. */
const mostWaiting = 40;

/** Keeps a file until its post takes it. What it is, its bytes say; of its name only what can be shown is kept. */
export async function storeFile(
  actor: Actor,
  input: { bytes: Uint8Array; name: string },
): Promise<Result<PostFile>> {
  if (!mayPost(actor)) return refuse('not_allowed');
  if (input.bytes.byteLength > largestFileBytes) return refuse('file_too_large');
  const { accountId } = actor;
  if ((await db().postFile.count({ where: { accountId, postId: null } })) >= mostWaiting)
    return refuse('too_many_attachments');
  const format = await sniffFile(input.bytes);
  if (!format) return refuse('file_type_refused');
  const id = uuid();
  const file = { id, name: nameOfFile(input.name, format), format, bytes: input.bytes.byteLength };
  await writePostFile(id, input.bytes);
  const sha256 = createHash('sha256').update(input.bytes).digest('hex');
  await db().postFile.create({ data: { ...file, accountId, sha256 }, select: { id: true } });
  return done(file);
}

/** Removes files that no post has taken for more than two days, and those whose post was deleted. */
export async function removeOrphanedFiles(): Promise<void> {
  const before = new Date(Date.now() - 2 * 24 * 60 * 60 * 1000);
  const orphaned = { postId: null, OR: [{ createdAt: { lt: before } }, { accountId: null }] };
  for (const { id } of await db().postFile.findMany({ where: orphaned, select: { id: true } })) {
    const { count } = await db().postFile.deleteMany({ where: { id, ...orphaned } });
    if (count > 0) await removePostFile(id);
  }
}
