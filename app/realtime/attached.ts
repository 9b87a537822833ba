import type { Refusal } from '#app/domain/refusal.ts';

/** A file on this device that goes with a post. It is kept with its bytes until the post is sent. */
export type Attached = {
  key: string;
  kind: 'photo' | 'file';
  name: string;
  blob: Blob;
  /** At the server, once it is there. */
  id: string | null;
};

export type UploadOutcome =
  /** `later`: nothing is known (offline, timeout, 5xx). */
  { kind: 'stored'; id: string } | { kind: 'refused'; reason: Refusal } | { kind: 'later' };

/** Pictures become photos of ours, everything else is kept as it is. What it really is, the server finds out. */
export function toAttached(file: File, key: string): Attached {
  return {
    key,
    kind: file.type.startsWith('image/') ? 'photo' : 'file',
    name: file.name,
    blob: file,
    id: null,
  };
}
