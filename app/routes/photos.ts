import type { ActionFunctionArgs } from '@remix-run/node';
import { largestPhotoBytes } from '#app/domain/incident/photo.ts';
import { storePhoto, type StoredPhoto } from '#app/domain/incident/store-photo.server.ts';
import { refusalStatus } from '#app/domain/refusal.ts';
import { refuse, type Result } from '#app/domain/result.ts';
import { requireActor } from '#app/http/actor.server.ts';
import { readFormData } from '#app/http/form.server.ts';

/** Takes one photo (field `photo`) that a report or a piece of evidence will name by its id. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const length = Number(request.headers.get('content-length'));
  if (!(length > 0 && length < largestPhotoBytes + 64 * 1024)) return answered(refuse('photo_too_large'));
  const photo = (await readFormData(request)).get('photo');
  if (!(photo instanceof Blob)) return answered(refuse('photo_not_readable'));
  return answered(await storePhoto(actor, { bytes: new Uint8Array(await photo.arrayBuffer()) }));
}

function answered(result: Result<StoredPhoto>): Response {
  if (result.ok) return Response.json({ refusal: null, value: result.value });
  return Response.json({ refusal: result.reason }, { status: refusalStatus[result.reason] });
}
