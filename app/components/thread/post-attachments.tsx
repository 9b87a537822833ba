import { Download, FileArchive, FileSpreadsheet, FileText, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PhotoStrip } from '#app/components/incident/photo-strip.tsx';
import type { EntryPost } from '#app/domain/thread/entry.ts';
import { useFormat } from '#app/i18n/use-format.ts';
import { Icon } from '#app/ui/icon.tsx';

/** The glyph of a kind of file, by the ending that we gave its name. */
export function fileIcon(name: string): LucideIcon {
  if (/\.(xlsx|csv)$/i.test(name)) return FileSpreadsheet;
  return /\.zip$/i.test(name) ? FileArchive : FileText;
}

type PostAttachmentsProps = Pick<EntryPost, 'photos' | 'files'> & {
  /** What the pictures are called. */
  readonly title: string;
  /** Stands before them, if there are any. */
  readonly children?: ReactNode;
};

/** What hangs on a post: pictures in a strip, files as rows to keep. */
export function PostAttachments({ photos, files, title, children }: PostAttachmentsProps) {
  const { t } = useTranslation('thread');
  const format = useFormat();
  if (photos.length === 0 && files.length === 0) return null;
  return (
    <div className="mt-2 grid gap-2">
      {children}
      <PhotoStrip photos={photos} title={title} />
      {files.length > 0 && (
        <ul aria-label={t('attachment.list')} className="grid max-w-160 gap-1">
          {files.map((file) => {
            const size = format.fileSize(file.bytes);
            const kind = file.format.toUpperCase();
            return (
              <li key={file.id}>
                <a
                  href={`/files/${file.id}`}
                  download={file.name}
                  aria-label={t('attachment.download', { name: file.name, format: kind, size })}
                  className="flex min-h-11 items-center gap-3 rounded-r-1 border border-line bg-panel px-3 py-1.5 text-ink no-underline hover:border-primary"
                >
                  <Icon of={fileIcon(file.name)} />
                  <span className="min-w-0 flex-1 text-t-3 [overflow-wrap:anywhere]">{file.name}</span>
                  <span className="num shrink-0 text-t-1 text-ink-2">
                    {t('attachment.size', { format: kind, size })}
                  </span>
                  <Icon of={Download} size="sm" />
                </a>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
