import { useTranslation } from 'react-i18next';
import { formatCoordinates } from '#app/domain/incident/coordinates.ts';
import type { ImportPoint } from '#app/domain/incident/import/finding.ts';
import { Moment } from '#app/i18n/moment.tsx';
import { useFormat } from '#app/i18n/use-format.ts';

type PointListProps = {
  readonly points: readonly ImportPoint[];
  /** Of all, of which these are the first. */
  readonly count: number;
};

/** What will come in, as it was understood: title, day and place. */
export function PointList({ points, count }: PointListProps) {
  const { t } = useTranslation('import');
  const { number } = useFormat();
  if (points.length === 0) return null;
  return (
    <details className="grid gap-2">
      <summary>
        {t('points')} ({number(count)})
      </summary>
      {count > points.length && (
        <p className="text-t-2 text-ink-2">{t('points_more', { shown: number(points.length) })}</p>
      )}
      <ul className="rows">
        {points.map(({ key, line, title, seenAt, lat, lon, isWarned }) => (
          <li key={key} className="flex flex-wrap gap-x-4 gap-y-0.5 py-2">
            <span className="min-w-0 flex-1 basis-60 break-words">{title}</span>
            <Moment at={seenAt} />
            <span className="num text-t-2 text-ink-2">{formatCoordinates({ lat, lon })}</span>
            <span className="num text-t-2 text-ink-2">
              {t('line')} {number(line)}
              {isWarned && ` · ${t('question')}`}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
