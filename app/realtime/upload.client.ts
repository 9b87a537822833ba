import { z } from 'zod';
import { largestPhotoBytes } from '#app/domain/incident/photo.ts';
import { isRefusal, type Refusal } from '#app/domain/refusal.ts';
import { largestFileBytes } from '#app/domain/thread/attachment.ts';
import type { Attached, UploadOutcome } from './attached.ts';

const timeoutMs = 120_000;
const answerShape = z.object({
  refusal: z.custom<Refusal>(isRefusal).nullable().default(null),
  value: z.object({ id: z.uuid() }).optional(),
});

/** Sends one file to wait at the server for its post; by XHR, which alone tells how far an upload has come. */
export function upload(
  { kind, blob, name }: Attached,
  onProgress: (share: number) => void = () => {},
): Promise<UploadOutcome> {
  if (blob.size > (kind === 'photo' ? largestPhotoBytes : largestFileBytes))
    return Promise.resolve({
      kind: 'refused',
      reason: kind === 'photo' ? 'photo_too_large' : 'file_too_large',
    });
  const body = new FormData();
  body.set(kind, blob, name);
  const request = new XMLHttpRequest();
  request.open('POST', kind === 'photo' ? '/photos' : '/files');
  request.setRequestHeader('Accept', 'application/json');
  request.timeout = timeoutMs;
  request.upload.addEventListener('progress', ({ loaded, total }) =>
    onProgress(total > 0 ? loaded / total : 0),
  );
  return new Promise((resolve) => {
    request.addEventListener('load', () => resolve(outcomeOf(request)));
    for (const end of ['error', 'timeout', 'abort'])
      request.addEventListener(end, () => resolve({ kind: 'later' }));
    request.send(body);
  });
}

function outcomeOf({ status, responseText }: XMLHttpRequest): UploadOutcome {
  // Signed out meanwhile: it waits on this device until its author is back.
  if (status >= 500 || [401, 408, 429].includes(status)) return { kind: 'later' };
  try {
    const { refusal, value } = answerShape.parse(JSON.parse(responseText));
    if (value) return { kind: 'stored', id: value.id };
    if (refusal) return { kind: 'refused', reason: refusal };
  } catch (error) {
    console.info('No answer of ours to a file.', error);
  }
  return { kind: 'later' };
}
