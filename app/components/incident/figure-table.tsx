import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { IncidentFilters } from '#app/domain/incident/filters.ts';
import type { Sum } from '#app/domain/incident/summary.ts';
import { useFormat } from '#app/i18n/use-format.ts';
import { Link } from '#app/ui/link.tsx';
import { CsvLink } from './csv-link.tsx';

type FigureRow = Sum & {
  readonly key: string;
  readonly name: string;
  /** The filters name it. */
  readonly on: boolean;
  /** What it stands for. */
  readonly found: IncidentFilters;
  /** Filters by it, or no longer. */
  readonly href: string;
};

type FigureTableProps = {
  readonly title: string;
  readonly note?: string;
  readonly rows: readonly FigureRow[];
  /** Name of the CSV file, without its ending. */
  readonly file: string;
  readonly weight: (sum: Sum) => string;
  /** A row is pointed at or has the focus, or none is any more. */
  readonly onPoint: (found: IncidentFilters | undefined) => void;
};

/** A chart that is its own table: a row and a bar for each, the open part of the bar solid. */
export function FigureTable({ title, note, rows, file, weight, onPoint }: FigureTableProps) {
  const { t } = useTranslation('figures');
  const format = useFormat();
  const id = useId();
  const most = Math.max(1, ...rows.map(({ count }) => count));
  return (
    <figure aria-labelledby={id} className="grid gap-1">
      <figcaption className="flex items-baseline gap-2">
        <h3 id={id} className="flex-1 text-t-4">
          {title}
        </h3>
        <CsvLink file={file} side={title} rows={rows} />
      </figcaption>
      {note && <p className="text-t-1 text-ink-2">{note}</p>}
      <table aria-labelledby={id} className="figure-table">
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{title}</span>
            </th>
            <th scope="col">{t('column.count')}</th>
            <th scope="col">{t('column.open')}</th>
            <th scope="col">{t('column.weight')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, on, found, href, ...sum }) => (
            <tr
              key={key}
              className={on ? 'figure-on' : undefined}
              onPointerEnter={() => onPoint(found)}
              onPointerLeave={() => onPoint(undefined)}
              onFocus={() => onPoint(found)}
              onBlur={() => onPoint(undefined)}
            >
              <th scope="row">
                <Link
                  href={href}
                  {...(on && { 'aria-current': 'true' })}
                  routerOptions={{ replace: true, preventScrollReset: true }}
                >
                  {name}
                </Link>
                <svg aria-hidden="true" className="figure-bar" width="100%" height="6">
                  <rect className="figure-bar-all" width={`${(sum.count / most) * 100}%`} height="6" rx="1" />
                  <rect className="figure-bar-open" width={`${(sum.open / most) * 100}%`} height="6" rx="1" />
                </svg>
              </th>
              <td>{format.number(sum.count)}</td>
              <td>{format.number(sum.open)}</td>
              <td>{weight(sum)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
