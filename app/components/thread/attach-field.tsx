import { Paperclip } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { acceptedFiles } from '#app/domain/thread/attachment.ts';
import { Field } from '#app/ui/field.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { AttachedFiles } from './attached-files.tsx';
import { useAttachments } from './use-attachments.ts';

const ids = z.union([z.array(z.string()), z.string().transform((id) => [id])]).catch([]);

/** What a form that came back says of the files that are kept for it. */
export const keptFiles = z.object({ photoIds: ids, fileIds: ids }).catch({ photoIds: [], fileIds: [] });

type AttachFieldProps = {
  /** Files that the server kept when the form was sent before. */
  readonly kept: z.output<typeof keptFiles>;
  /** Told whether the form has to wait: a file is on its way, or was not taken. */
  readonly onHold: (isHeld: boolean) => void;
};

/**
 * Photos and files of a form (`photoIds`, `fileIds`): each is uploaded as soon as it is chosen. Without JavaScript, and
 * where an upload did not get through, they go with the form as `attachments`.
 */
export function AttachField({ kept, onHold }: AttachFieldProps) {
  const { t } = useTranslation('thread');
  const id = useId();
  const { files, tooMany, add, retry, remove } = useAttachments();
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  const withForm = useRef<HTMLInputElement>(null);
  const isHeld = files.some(({ state }) => state === 'sending' || state === 'refused');
  useEffect(() => onHold(isHeld), [isHeld, onHold]);

  useEffect(() => {
    if (!withForm.current) return;
    const transfer = new DataTransfer();
    for (const { state, blob, name } of files)
      if (state === 'waiting') transfer.items.add(new File([blob], name, { type: blob.type }));
    withForm.current.files = transfer.files;
  }, [files]);

  // What went with a form that came back is kept by the server.
  const waiting = useRef(files);
  useEffect(() => {
    waiting.current = files.filter(({ state }) => state === 'waiting');
  });
  const before = [...kept.photoIds, ...kept.fileIds].join();
  useEffect(() => {
    if (before !== '') for (const { key } of waiting.current) remove(key);
  }, [before, remove]);

  const here = new Set(files.map((file) => file.id));
  const more = {
    photoIds: kept.photoIds.filter((one) => !here.has(one)),
    fileIds: kept.fileIds.filter((one) => !here.has(one)),
  };
  const count = more.photoIds.length + more.fileIds.length;
  const hasRefused = files.some(({ state }) => state === 'refused');
  return (
    <div className="grid gap-2">
      {Object.entries(more).flatMap(([name, values]) =>
        values.map((value) => <input key={value} type="hidden" name={name} value={value} />),
      )}
      {files.map(
        (file) =>
          file.id && (
            <input
              key={file.id}
              type="hidden"
              name={file.kind === 'photo' ? 'photoIds' : 'fileIds'}
              value={file.id}
            />
          ),
      )}
      {ready ? (
        <>
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <label className="btn btn-sm cursor-pointer focus-within:outline-2 focus-within:outline-primary">
              <Icon of={Paperclip} size="sm" />
              {t('attachment.add')}
              <input
                type="file"
                multiple
                autoComplete="off"
                accept={acceptedFiles}
                aria-describedby={`${id}-hint`}
                className="visually-hidden"
                onChange={(event) => {
                  add([...(event.currentTarget.files ?? [])]);
                  event.currentTarget.value = '';
                }}
              />
            </label>
            <span id={`${id}-hint`} className="text-t-2 text-ink-2">
              {t('attachment.hint')}
            </span>
          </div>
          <input ref={withForm} type="file" name="attachments" multiple hidden />
        </>
      ) : (
        <Field id={`${id}-files`} label={t('attachment.add')} hint={t('attachment.hint')}>
          {(field) => (
            <input
              {...field}
              type="file"
              name="attachments"
              multiple
              accept={acceptedFiles}
              className="max-w-full text-t-2"
            />
          )}
        </Field>
      )}
      <AttachedFiles files={files} tooMany={tooMany} onRetry={retry} onRemove={remove} />
      {hasRefused && <p className="text-t-2 text-ink-2">{t('attachment.first')}</p>}
      {count > 0 && <p className="text-t-2 text-ink-2">{t('attachment.kept', { count })}</p>}
    </div>
  );
}
