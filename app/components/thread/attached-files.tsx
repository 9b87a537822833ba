import { RotateCw, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/i18n/use-format.ts';
import { Icon } from '#app/ui/icon.tsx';
import { IconButton } from '#app/ui/icon-button.tsx';
import { fileIcon } from './post-attachments.tsx';
import type { Attachment } from './use-attachments.ts';

type AttachedFilesProps = {
  readonly files: readonly Attachment[];
  readonly tooMany: boolean;
  readonly onRetry: (file: Attachment) => void;
  readonly onRemove: (key: string) => void;
};

/** The files of a post that is being written: how far each is, what was not taken and why. */
export function AttachedFiles({ files, tooMany, onRetry, onRemove }: AttachedFilesProps) {
  const { t } = useTranslation('thread');
  const { t: tRefusal } = useTranslation('refusal');
  const format = useFormat();
  if (files.length === 0 && !tooMany) return null;
  const refusals = new Set(files.flatMap(({ refusal }) => refusal ?? []));
  if (tooMany) refusals.add('too_many_attachments');
  return (
    <div className="grid gap-1.5">
      <ul aria-label={t('attachment.list')} className="flex max-h-44 flex-wrap gap-1.5 overflow-y-auto">
        {files.map((file) => (
          <li
            key={file.key}
            className={`relative flex max-w-full min-w-40 items-center gap-2 rounded-r-1 border py-1 pr-1 pl-2 ${file.state === 'refused' ? 'border-signal' : 'border-line'}`}
          >
            {file.url ? (
              <img src={file.url} alt="" className="size-8 shrink-0 rounded-r-1 bg-sunk object-cover" />
            ) : (
              <Icon of={fileIcon(file.name)} />
            )}
            <span className="min-w-0 flex-1 text-t-1">
              <span className="block max-w-48 truncate text-t-2">{file.name}</span>
              <span className="block text-ink-2" role="status">
                {file.state === 'refused' && <span className="text-signal">{t('attachment.refused')}</span>}
                {file.state === 'waiting' && t('attachment.waits')}
                {(file.state === 'stored' || file.state === 'sending') && format.fileSize(file.blob.size)}
              </span>
              {file.state === 'sending' && (
                <progress
                  className="absolute inset-x-2 bottom-0 h-1 w-[calc(100%-16px)]"
                  max={1}
                  value={file.progress}
                  aria-label={t('attachment.progress', { name: file.name })}
                />
              )}
            </span>
            {file.state === 'waiting' && (
              <IconButton
                size="sm"
                icon={RotateCw}
                label={t('attachment.retry', { name: file.name })}
                onPress={() => onRetry(file)}
              />
            )}
            <IconButton
              size="sm"
              icon={X}
              label={t('attachment.remove', { name: file.name })}
              onPress={() => onRemove(file.key)}
            />
          </li>
        ))}
      </ul>
      {[...refusals].map((refusal) => (
        <p key={refusal} role="alert" className="text-t-2 text-signal">
          {tRefusal(refusal)}
        </p>
      ))}
    </div>
  );
}
