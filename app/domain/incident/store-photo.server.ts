import { createHash } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { db } from '#app/db/client.server.ts';
import type { Actor } from '../actor.ts';
import { done, refuse, type Result } from '../result.ts';
import { encodePhoto, readSuggestion } from './encode-photo.server.ts';
import { removePhotoFiles, writePhotoFiles } from './photo-files.server.ts';
import { largestPhotoBytes, type PhotoSuggestion, waitingPhoto } from './photo.ts';
import { mayReport } from './policy.ts';

export type StoredPhoto = { id: string; width: number; height: number; suggestion: PhotoSuggestion };

/** Photos that one account may leave waiting for a report. */
const mostWaiting = 40;

/**
 * Keeps a photo until its report or its evidence takes it. What the camera wrote into it is offered to who sent it and
 * is not kept.
 */
export async function storePhoto(actor: Actor, input: { bytes: Uint8Array }): Promise<Result<StoredPhoto>> {
  if (!mayReport(actor)) return refuse('not_allowed');
  if (input.bytes.byteLength > largestPhotoBytes) return refuse('photo_too_large');
  const { accountId } = actor;
  const waiting = await db().photo.count({
    where: { accountId, ...waitingPhoto },
  });
  if (waiting >= mostWaiting) return refuse('too_many_photos');

  const encoded = await encodePhoto(input.bytes);
  if (!encoded) return refuse('photo_not_readable');
  const { country } = await db().government.findUniqueOrThrow({
    where: { id: actor.governmentId },
    select: { country: true },
  });
  const suggestion = await readSuggestion(input.bytes, country === 'KR' ? '+09:00' : '+08:00');
  const id = uuid();
  const { width, height, pictures } = encoded;
  await writePhotoFiles(id, pictures);
  await db().photo.create({
    data: {
      id,
      accountId,
      width,
      height,
      bytes: pictures.large.byteLength,
      sha256: createHash('sha256').update(pictures.large).digest('hex'),
      takenAt: suggestion.takenAt,
    },
    select: { id: true },
  });
  return done({ id, width, height, suggestion });
}

/** Removes photos that nothing has taken for more than two days, and those whose post was deleted. */
export async function removeOrphanedPhotos(): Promise<void> {
  const before = new Date(Date.now() - 2 * 24 * 60 * 60 * 1000);
  const waiting = { ...waitingPhoto, OR: [{ createdAt: { lt: before } }, { accountId: null }] };
  for (const { id } of await db().photo.findMany({ where: waiting, select: { id: true } })) {
    const { count } = await db().photo.deleteMany({ where: { id, ...waiting } });
    if (count > 0) await removePhotoFiles(id);
  }
}
