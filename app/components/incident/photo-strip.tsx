import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type KeyboardEvent, type MouseEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#app/ui/dialog.tsx';
import { IconButton } from '#app/ui/icon-button.tsx';

type Photo = { id: string; width: number; height: number };

type PhotoStripProps = {
  readonly photos: readonly Photo[];
  /** What the photos show, for those who do not see them. */
  readonly title: string;
  /** How many are shown before "+n". */
  readonly most?: number;
};

/** Photos in a row; each opens large, one can walk through them with the arrow keys. Without JavaScript they are links. */
export function PhotoStrip({ photos, title, most = 3 }: PhotoStripProps) {
  const { t } = useTranslation('incident');
  const [open, setOpen] = useState<number | null>(null);
  if (photos.length === 0) return null;
  const shown = photos.slice(0, most);
  const more = photos.length - shown.length;
  const walk = (by: number) =>
    setOpen((at) => (at === null ? at : (at + by + photos.length) % photos.length));
  const onOpen = (index: number) => (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    setOpen(index);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowRight') walk(1);
    if (event.key === 'ArrowLeft') walk(-1);
  };
  const photo = open === null ? undefined : photos[open];
  return (
    <>
      <ul
        className={`grid gap-1 ${shown.length === 1 ? 'max-w-120 grid-cols-1' : shown.length === 2 ? 'max-w-160 grid-cols-2' : 'grid-cols-[2fr_1fr_1fr]'}`}
      >
        {shown.map(({ id }, index) => (
          <li
            key={id}
            className={`relative overflow-hidden rounded-r-1 bg-sunk ${shown.length < 3 ? 'aspect-[2/1]' : 'h-26'}`}
          >
            <a href={`/photos/${id}/large`} onClick={onOpen(index)} className="block h-full">
              <img
                src={`/photos/${id}/small`}
                alt={t('photos.alt', { number: index + 1, title })}
                loading="lazy"
                className="h-full w-full object-cover"
              />
              {index === shown.length - 1 && more > 0 && (
                <span className="photo-more" aria-hidden="true">
                  {t('photos.more', { count: more })}
                </span>
              )}
            </a>
          </li>
        ))}
      </ul>
      <Dialog
        title={t('photos.number_of', { number: (open ?? 0) + 1, count: photos.length })}
        size="lg"
        isOpen={open !== null}
        onOpenChange={(isOpen) => {
          if (!isOpen) setOpen(null);
        }}
      >
        {photo && (
          <div className="grid gap-3" role="presentation" onKeyDown={onKeyDown}>
            <img
              src={`/photos/${photo.id}/large`}
              width={photo.width}
              height={photo.height}
              alt={t('photos.alt', { number: (open ?? 0) + 1, title })}
              className="max-h-[70vh] w-full rounded-r-1 bg-sunk object-contain"
            />
            {photos.length > 1 && (
              <div className="flex justify-center gap-3">
                <IconButton line icon={ChevronLeft} label={t('photos.previous')} onPress={() => walk(-1)} />
                <IconButton line icon={ChevronRight} label={t('photos.next')} onPress={() => walk(1)} />
              </div>
            )}
          </div>
        )}
      </Dialog>
    </>
  );
}
