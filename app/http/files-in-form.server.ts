import type { z } from 'zod';
import type { Actor } from '#app/domain/actor.ts';
import { storePhoto } from '#app/domain/incident/store-photo.server.ts';
import type { Refusal } from '#app/domain/refusal.ts';
import { largestFileBytes, mostAttachments } from '#app/domain/thread/attachment.ts';
import { storeFile } from '#app/domain/thread/store-file.server.ts';
import { refused } from './answer.server.ts';
import { parseForm, readFormData } from './form.server.ts';

/** Bytes of one form: with more than this its files are sent one after another. */
const largestForm = 3 * largestFileBytes;

/**
 * `parseForm` for a form that carries files as `attachments`, where JavaScript did not send them before: they are kept
 * and named in its `photoIds` and `fileIds`. A reply gives back everything typed with the ids of what was kept, so that
 * nothing is chosen twice.
 */
export async function parseFormWithFiles<Schema extends z.ZodType>(
  request: Request,
  actor: Actor,
  schema: Schema,
) {
  if (Number(request.headers.get('content-length')) > largestForm)
    return { ok: false as const, reply: refused('file_too_large') };
  const body = await readFormData(request);
  const refusal = await keepFiles(actor, body);
  const form = await parseForm(new Request(request.url, { method: 'POST', body }), schema);
  if (form.ok && refusal) return { ok: false as const, reply: refused(refusal, form.submission) };
  return form;
}

/** Puts ids in the place of the files that came along; why one of them was not taken. */
async function keepFiles(actor: Actor, body: FormData): Promise<Refusal | null> {
  const files = body.getAll('attachments').filter((one) => one instanceof File && one.size > 0);
  body.delete('attachments');
  if (files.length > mostAttachments) return 'too_many_attachments';
  let refusal: Refusal | null = null;
  for (const file of files) {
    if (!(file instanceof File)) continue;
    const bytes = new Uint8Array(await file.arrayBuffer());
    const isPicture = file.type.startsWith('image/');
    const stored = isPicture
      ? await storePhoto(actor, { bytes })
      : await storeFile(actor, { bytes, name: file.name });
    if (stored.ok) body.append(isPicture ? 'photoIds' : 'fileIds', stored.value.id);
    else refusal = stored.reason;
  }
  return refusal;
}
