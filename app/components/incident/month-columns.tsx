import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { daysOfMonth, monthsBetween, type Sum } from '#app/domain/incident/summary.ts';
import { useFormat } from '#app/i18n/use-format.ts';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { Link } from '#app/ui/link.tsx';
import { CsvLink } from './csv-link.tsx';

type MonthColumnsProps = {
  /** Oldest first; months without an incident are left out. */
  readonly months: readonly (Sum & { readonly key: string })[];
  /** The days that are chosen, both ends included. */
  readonly chosen: { readonly from?: string | undefined; readonly to?: string | undefined };
  /** Chooses a month, or lets it go. */
  readonly hrefOf: (month: string) => string;
  readonly weight: (sum: Sum) => string;
  /** A column is pointed at or has the focus, or none is any more. */
  readonly onPoint: (month: string | undefined) => void;
};

/** A longer time would make columns too thin to press: then the last ten years are drawn, and the table has all. */
const mostColumns = 120;
const height = 72;
const nothing = { count: 0, open: 0, kg: 0, weighed: 0 };

/** Incidents by month: columns to press, and the same as a table. */
export function MonthColumns({ months, chosen, hrefOf, weight, onPoint }: MonthColumnsProps) {
  const { t } = useTranslation('figures');
  const format = useFormat();
  const id = useId();
  const [first, last] = [months[0], months.at(-1)];
  if (!first || !last) return null;

  const nameOf = (month: string) =>
    t('month', { year: month.slice(0, 4), month: String(Number(month.slice(5))) });
  const sums = new Map(months.map((one) => [one.key, one]));
  const columns = monthsBetween(first.key, last.key)
    .slice(-mostColumns)
    .map((key) => ({ ...(sums.get(key) ?? nothing), key }));
  const most = Math.max(...columns.map(({ count }) => count));
  const isChosen = (month: string) => {
    const { from, to } = daysOfMonth(month);
    return (chosen.from ?? from) <= from && (chosen.to ?? to) >= to && Boolean(chosen.from ?? chosen.to);
  };
  const named = months.map((sum) => ({ ...sum, name: nameOf(sum.key) }));
  return (
    <figure aria-labelledby={id} className="grid gap-1">
      <figcaption className="flex items-baseline gap-2">
        <h3 id={id} className="flex-1 text-t-4">
          {t('side.month')}
        </h3>
        <CsvLink file="month" side={t('side.month')} rows={named} />
      </figcaption>
      <div className="month-columns" style={{ height }}>
        {columns.map(({ key, count }) => (
          <span
            key={key}
            className="month-column"
            onPointerEnter={() => onPoint(key)}
            onPointerLeave={() => onPoint(undefined)}
            onFocus={() => onPoint(key)}
            onBlur={() => onPoint(undefined)}
          >
            <Link
              href={hrefOf(key)}
              aria-label={t('month_count', { month: nameOf(key), count, value: format.number(count) })}
              {...(isChosen(key) && { 'aria-current': 'true' })}
              routerOptions={{ replace: true, preventScrollReset: true }}
            >
              <svg aria-hidden="true" width="100%" height={height} preserveAspectRatio="none">
                <rect
                  y={height - Math.max(count > 0 ? 2 : 0, (count / most) * height)}
                  width="100%"
                  height={height}
                />
              </svg>
            </Link>
          </span>
        ))}
      </div>
      <p className="num flex justify-between text-t-1 text-ink-2">
        <span>{nameOf(columns[0]?.key ?? first.key)}</span>
        {columns.length > 1 && <span>{nameOf(last.key)}</span>}
      </p>
      <Disclosure title={t('as_table')}>
        <table aria-labelledby={id} className="figure-table">
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">{t('side.month')}</span>
              </th>
              <th scope="col">{t('column.count')}</th>
              <th scope="col">{t('column.open')}</th>
              <th scope="col">{t('column.weight')}</th>
            </tr>
          </thead>
          <tbody>
            {named.map(({ key, name, ...sum }) => (
              <tr key={key}>
                <th scope="row">{name}</th>
                <td>{format.number(sum.count)}</td>
                <td>{format.number(sum.open)}</td>
                <td>{weight(sum)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Disclosure>
    </figure>
  );
}
