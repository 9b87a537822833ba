import type { Actor } from '#app/domain/actor.ts';
import { storePhoto } from '#app/domain/incident/store-photo.server.ts';
import type { Refusal } from '#app/domain/refusal.ts';

/**
 * Keeps the files that a form carries as `photos`, where JavaScript did not send them before, and names them in its
 * `photoIds`.
 * @returns why the first of those that cannot be kept was refused; null when all are
 */
export async function keepPhotosIn(actor: Actor, body: FormData): Promise<Refusal | null> {
  const photos = body.getAll('photos').filter((file) => file instanceof Blob && file.size > 0);
  body.delete('photos');
  const stored = await Promise.all(
    photos.map(async (photo) =>
      storePhoto(actor, { bytes: new Uint8Array(await new Response(photo).arrayBuffer()) }),
    ),
  );
  for (const photo of stored) if (photo.ok) body.append('photoIds', photo.value.id);
  return stored.find((photo) => !photo.ok)?.reason ?? null;
}
