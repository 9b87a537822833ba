import { useCallback, useEffect, useRef, useState } from 'react';
import { v7 as uuid } from 'uuid';
import type { Refusal } from '#app/domain/refusal.ts';
import { mostAttachments } from '#app/domain/thread/attachment.ts';
import { type Attached, toAttached } from '#app/realtime/attached.ts';
import { upload } from '#app/realtime/upload.client.ts';

/** A file of a post that is being written. */
export type Attachment = Attached & {
  /** `waiting`: it could not be uploaded and goes with the post. */
  state: 'sending' | 'stored' | 'waiting' | 'refused';
  /** 0 to 1 while it is sent. */
  progress: number;
  refusal: Refusal | null;
  /** Of a picture, to show it here. */
  url: string | null;
};

/** The files of a post while it is written: each is uploaded at once, with progress; beyond the limit none is taken. */
export function useAttachments() {
  const [files, setFiles] = useState<readonly Attachment[]>([]);
  const [tooMany, setTooMany] = useState(false);
  const urls = useRef(new Set<string>());
  useEffect(() => {
    const made = urls.current;
    return () => {
      for (const url of made) URL.revokeObjectURL(url);
    };
  }, []);

  const send = useCallback((file: Attached) => {
    const change = (changes: Partial<Attachment>) =>
      setFiles((before) => before.map((one) => (one.key === file.key ? { ...one, ...changes } : one)));
    void upload(file, (progress) => change({ progress })).then((outcome) => {
      if (outcome.kind === 'stored') change({ state: 'stored', id: outcome.id, progress: 1 });
      else if (outcome.kind === 'refused') change({ state: 'refused', refusal: outcome.reason });
      else change({ state: 'waiting' });
    });
  }, []);

  const take = useCallback(
    (attached: readonly Attached[]) => {
      const room = Math.max(0, mostAttachments - files.length);
      setTooMany(attached.length > room);
      const taken = attached.slice(0, room).map((file): Attachment => {
        const url = file.kind === 'photo' ? URL.createObjectURL(file.blob) : null;
        if (url) urls.current.add(url);
        const state = file.id === null ? 'sending' : 'stored';
        return { ...file, state, progress: 0, refusal: null, url };
      });
      setFiles((before) => [...before, ...taken]);
      for (const file of taken) if (file.state === 'sending') send(file);
    },
    [files.length, send],
  );
  const add = useCallback(
    (chosen: readonly File[]) => take(chosen.map((file) => toAttached(file, uuid()))),
    [take],
  );
  const retry = useCallback(
    (file: Attachment) => {
      setFiles((before) =>
        before.map((one) => (one.key === file.key ? { ...one, state: 'sending', progress: 0 } : one)),
      );
      send(file);
    },
    [send],
  );
  const remove = useCallback((key: string) => {
    setTooMany(false);
    setFiles((before) => before.filter((file) => file.key !== key));
  }, []);
  const clear = useCallback(() => {
    setTooMany(false);
    setFiles([]);
  }, []);
  return { files, tooMany, add, take, retry, remove, clear };
}
