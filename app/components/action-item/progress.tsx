import { useTranslation } from 'react-i18next';

type ProgressProps = { readonly reached: number; readonly total: number };

/** How far the work is, as a bar and in words. */
export function Progress({ reached, total }: ProgressProps) {
  const { t } = useTranslation('action-item');
  const percent = Math.round((reached / total) * 100);
  return (
    <div className="grid gap-1">
      <span className="num text-t-1 text-ink-2">{t('milestone.progress', { percent })}</span>
      <svg width="100%" height="4" aria-hidden="true" className="block rounded-r-1 bg-sunk">
        <rect width={`${percent}%`} height="4" className="fill-ink" />
      </svg>
    </div>
  );
}
