import { useCallback, useEffect, useRef, useState } from 'react';
import { z } from 'zod';
import { largestPhotoBytes, mostPhotos, type PhotoSuggestion } from '#app/domain/incident/photo.ts';
import { isRefusal, type Refusal } from '#app/domain/refusal.ts';

export type ReportPhoto = {
  key: string;
  url: string;
  /** `waiting`: it could not be uploaded and goes with the report. */
  state: 'sending' | 'stored' | 'waiting' | 'refused';
  /** 0 to 1 while it is sent. */
  progress: number;
  id: string | null;
  refusal: Refusal | null;
  file: File | null;
  suggestion: PhotoSuggestion | null;
};

const answerShape = z.object({
  refusal: z.custom<Refusal>(isRefusal).nullable().default(null),
  value: z
    .object({
      id: z.uuid(),
      suggestion: z.object({
        place: z.object({ lat: z.number(), lon: z.number() }).nullable(),
        takenAt: z.coerce.date().nullable(),
      }),
    })
    .optional(),
});

const none: readonly File[] = [];
/** How soon a photo that could not be uploaded is tried again. */
const againMs = 10_000;

/** The photos of a report while it is written: each is uploaded at once, with progress. */
export function useReportPhotos(storedIds: readonly string[], files: readonly File[] = none) {
  const [photos, setPhotos] = useState<readonly ReportPhoto[]>(() => storedIds.map(stored));
  const urls = useRef(new Set<string>());
  useEffect(() => {
    const made = urls.current;
    return () => {
      for (const url of made) URL.revokeObjectURL(url);
    };
  }, []);

  const add = useCallback((files: readonly File[]) => {
    setPhotos((before) => {
      const room = Math.max(0, mostPhotos - before.length);
      const added = files.slice(0, room).map((file) => {
        const url = URL.createObjectURL(file);
        urls.current.add(url);
        const photo: ReportPhoto = {
          key: url,
          url,
          state: 'sending',
          progress: 0,
          id: null,
          refusal: null,
          file,
          suggestion: null,
        };
        return photo;
      });
      return [...before, ...added];
    });
  }, []);
  const given = useRef(false);
  useEffect(() => {
    if (given.current) return;
    given.current = true;
    add(files);
  }, [add, files]);
  const remove = useCallback(
    (key: string) => setPhotos((before) => before.filter((photo) => photo.key !== key)),
    [],
  );

  const started = useRef(new Set<string>());
  useEffect(() => {
    const change = (key: string, changes: Partial<ReportPhoto>) =>
      setPhotos((before) => before.map((photo) => (photo.key === key ? { ...photo, ...changes } : photo)));
    for (const { key, file, state } of photos) {
      if (state !== 'sending' || !file || started.current.has(key)) continue;
      started.current.add(key);
      send(
        file,
        (progress) => change(key, { progress }),
        (changes) => change(key, changes),
      );
    }
  }, [photos]);

  const isWaiting = photos.some(({ state }) => state === 'waiting');
  useEffect(() => {
    if (!isWaiting) return;
    const again = () => {
      if (!navigator.onLine) return;
      setPhotos((before) =>
        before.map((photo) => {
          if (photo.state !== 'waiting') return photo;
          started.current.delete(photo.key);
          return { ...photo, state: 'sending', progress: 0 };
        }),
      );
    };
    const timer = setInterval(again, againMs);
    window.addEventListener('online', again);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', again);
    };
  }, [isWaiting]);

  return { photos, add, remove };
}

function stored(id: string): ReportPhoto {
  const url = `/photos/${id}/small`;
  return { key: id, url, state: 'stored', progress: 1, id, refusal: null, file: null, suggestion: null };
}

type Changes = Partial<ReportPhoto>;

/** By XHR, which alone tells how far an upload has come. */
function send(file: File, onProgress: (share: number) => void, onEnd: (changes: Changes) => void): void {
  if (file.size > largestPhotoBytes) {
    onEnd({ state: 'refused', refusal: 'photo_too_large', file: null });
    return;
  }
  const body = new FormData();
  body.set('photo', file);
  const request = new XMLHttpRequest();
  request.open('POST', '/photos');
  request.setRequestHeader('Accept', 'application/json');
  request.timeout = 120_000;
  request.upload.addEventListener('progress', ({ loaded, total }) =>
    onProgress(total > 0 ? loaded / total : 0),
  );
  request.addEventListener('load', () => onEnd(readAnswer(request)));
  for (const end of ['error', 'timeout', 'abort'])
    request.addEventListener(end, () => onEnd({ state: 'waiting' }));
  request.send(body);
}

function readAnswer({ status, responseText }: XMLHttpRequest): Changes {
  if (status >= 500) return { state: 'waiting' };
  let told: unknown;
  try {
    told = JSON.parse(responseText);
  } catch (error) {
    console.info('No answer to a photo.', error);
    return { state: 'waiting' };
  }
  const answer = answerShape.safeParse(told);
  if (answer.success && answer.data.value) {
    const { id, suggestion } = answer.data.value;
    return { state: 'stored', id, suggestion, progress: 1, file: null };
  }
  return { state: 'refused', refusal: answer.data?.refusal ?? 'photo_not_readable', file: null };
}
