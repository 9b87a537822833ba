import { Camera, CloudOff, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { mostPhotos } from '#app/domain/incident/photo.ts';
import { FieldGroup } from '#app/ui/field.tsx';
import { Icon } from '#app/ui/icon.tsx';
import type { ReportPhoto } from './use-report-photos.ts';

type ReportPhotosProps = {
  readonly photos: readonly ReportPhoto[];
  readonly onAdd: (files: readonly File[]) => void;
  readonly onRemove: (key: string) => void;
  readonly error?: string | undefined;
  /** JavaScript runs: photos are uploaded at once and the form carries their ids only. */
  readonly ready: boolean;
};

const accepted = 'image/jpeg,image/png,image/webp,image/heic,image/heif,.heic,.heif';

/** The photos of a report with their progress; without JavaScript a plain file field. */
export function ReportPhotos({ photos, onAdd, onRemove, error, ready }: ReportPhotosProps) {
  const { t } = useTranslation('incident');
  const { t: tRefusal } = useTranslation('refusal');
  const refusal = photos.find((photo) => photo.refusal !== null)?.refusal;
  return (
    <FieldGroup
      id="photos"
      label={t('reporting.photos')}
      hideLabel
      hint={t('reporting.photos_hint')}
      error={error ?? (refusal ? tRefusal(refusal) : undefined)}
    >
      <ul className="grid grid-cols-3 gap-1.5 sm:grid-cols-4">
        {photos.map((photo, index) => (
          <li key={photo.key} className="relative h-[84px] overflow-hidden rounded-r-1 bg-sunk">
            <img
              src={photo.url}
              alt={t('reporting.photo_alt', { number: index + 1 })}
              className="h-full w-full object-cover"
            />
            {photo.id && ready && <input type="hidden" name="photoIds" value={photo.id} />}
            {photo.id && !ready && (
              <input
                type="checkbox"
                name="photoIds"
                value={photo.id}
                defaultChecked
                aria-label={t('reporting.photo_keep', { number: index + 1 })}
                className="absolute top-2 right-2 size-6"
              />
            )}
            {photo.state === 'sending' && (
              <progress
                className="absolute inset-x-2 bottom-2 w-[calc(100%-16px)]"
                max={1}
                value={photo.progress}
                aria-label={t('reporting.photo_progress', { number: index + 1 })}
              />
            )}
            {photo.state === 'waiting' && (
              <span className="absolute inset-x-0 bottom-0 flex items-center gap-1 bg-panel px-1.5 py-1 text-t-1 text-ink-2">
                <Icon of={CloudOff} size="sm" />
                {t('reporting.photo_waits')}
              </span>
            )}
            {ready && (
              <button
                type="button"
                aria-label={t('reporting.photo_remove', { number: index + 1 })}
                onClick={() => onRemove(photo.key)}
                className="absolute top-0 right-0 grid size-11 place-items-center"
              >
                <span className="grid size-[26px] place-items-center rounded-full bg-ink text-panel">
                  <Icon of={X} size="sm" />
                </span>
              </button>
            )}
          </li>
        ))}
        {photos.length < mostPhotos && (
          <li className={photos.length === 0 ? 'col-span-full' : ''}>
            <label className="grid h-[84px] cursor-pointer place-content-center justify-items-center gap-1 rounded-r-2 border-[1.5px] border-dashed border-line-2 text-t-2 font-semibold text-primary focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-primary hover:bg-primary-soft">
              <Icon of={Camera} size="lg" />
              <span>{t('reporting.photo_add')}</span>
              <input
                type="file"
                // What the browser remembers of an earlier visit to this page is no choice of this one.
                autoComplete="off"
                name={ready ? undefined : 'photos'}
                multiple
                accept={accepted}
                className={ready ? 'visually-hidden' : 'max-w-full text-t-1 font-normal'}
                onChange={(event) => {
                  if (!ready) return;
                  onAdd([...(event.currentTarget.files ?? [])]);
                  event.currentTarget.value = '';
                }}
              />
            </label>
          </li>
        )}
      </ul>
    </FieldGroup>
  );
}
