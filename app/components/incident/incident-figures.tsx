import { useTranslation } from 'react-i18next';
import { governmentName, type GovernmentNames } from '#app/components/government/government-name.tsx';
import { forDisplay } from '#app/domain/incident/amounts.ts';
import type { IncidentFilters } from '#app/domain/incident/filters.ts';
import { daysOfMonth, type IncidentSummary, type Sum } from '#app/domain/incident/summary.ts';
import { useFormat } from '#app/i18n/use-format.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { FigureTable } from './figure-table.tsx';
import { MonthColumns } from './month-columns.tsx';

type IncidentFiguresProps = {
  readonly filters: IncidentFilters;
  readonly summary: IncidentSummary;
  /** All that the summary names. */
  readonly governments: readonly (GovernmentNames & { readonly id: string })[];
  /** Which part of the chart they are for. */
  readonly note: string;
  /** A bar is pointed at or has the focus: what it stands for; or none is any more. */
  readonly onPoint: (filters: IncidentFilters | undefined) => void;
  /** The URL of these figures with other filters. */
  readonly to: (filters: IncidentFilters) => string;
};

/** What the filters find, from five sides. Each bar is a link that filters by it, and takes the filter away again. */
export function IncidentFigures({ filters, summary, governments, note, onPoint, to }: IncidentFiguresProps) {
  const { t } = useTranslation(['figures', 'incident']);
  const format = useFormat();
  const language = useLanguage();
  const { all, month, kind, material, status, government } = summary;
  if (all.count === 0) {
    return (
      <EmptyState title={t('empty_title')}>
        {t('empty')} {note}
      </EmptyState>
    );
  }

  const names = new Map(governments.map((one) => [one.id, governmentName(one, language)]));
  /** The filter alone, or without it when it already stands alone. */
  const toggled = <Value extends string>(on: readonly Value[], value: Value): Value[] =>
    on.length === 1 && on[0] === value ? [] : [value];
  const weight = ({ kg, weighed }: Sum) =>
    weighed > 0
      ? format.amount({ ...forDisplay({ value: kg, unit: 'kg' }), estimated: false })
      : t('unweighed');

  return (
    <div className="grid gap-6 pt-2">
      <div className="grid gap-1">
        <p>
          <b className="num text-t-6">{format.number(all.count)}</b>{' '}
          <span className="text-ink-2">
            {t('found', { count: all.count })} · {t('open', { value: format.number(all.open) })}
          </span>
        </p>
        <p className="text-t-2 text-ink-2">{note}</p>
        <p className="text-t-2 text-ink-2">
          {all.weighed > 0
            ? t('weight_known', {
                weight: weight(all),
                weighed: format.number(all.weighed),
                count: all.count,
                value: format.number(all.count),
              })
            : t('weight_unknown')}
        </p>
      </div>
      <MonthColumns
        months={month}
        chosen={filters}
        weight={weight}
        onPoint={(key) => {
          const { period: _, ...others } = filters;
          onPoint(key === undefined ? undefined : { ...others, ...within(daysOfMonth(key), filters) });
        }}
        hrefOf={(key) => {
          const { from, to: until } = daysOfMonth(key);
          const { period: _, ...others } = filters;
          if (filters.from !== from || filters.to !== until) return to({ ...others, from, to: until });
          return to({ ...others, from: undefined, to: undefined });
        }}
      />
      <FigureTable
        title={t('side.kind')}
        file="kind"
        weight={weight}
        onPoint={onPoint}
        rows={kind.map((sum) => ({
          ...sum,
          name: t(`incident:kind.${sum.key}`),
          on: filters.kind.includes(sum.key),
          found: { ...filters, kind: [sum.key] },
          href: to({ ...filters, kind: toggled(filters.kind, sum.key) }),
        }))}
      />
      <FigureTable
        title={t('side.material')}
        note={t('material_note')}
        file="material"
        weight={weight}
        onPoint={onPoint}
        rows={material.map((sum) => ({
          ...sum,
          name: t(`incident:material.${sum.key}`),
          on: filters.material.includes(sum.key),
          found: { ...filters, material: [sum.key] },
          href: to({ ...filters, material: toggled(filters.material, sum.key) }),
        }))}
      />
      <FigureTable
        title={t('side.status')}
        file="status"
        weight={weight}
        onPoint={onPoint}
        rows={status.map((sum) => ({
          ...sum,
          name: t(`incident:status.${sum.key}`),
          on: filters.status.includes(sum.key),
          found: { ...filters, status: [sum.key] },
          href: to({ ...filters, status: toggled(filters.status, sum.key) }),
        }))}
      />
      <FigureTable
        title={t('side.government')}
        file="government"
        weight={weight}
        onPoint={onPoint}
        rows={government.map((sum) => ({
          ...sum,
          name: names.get(sum.key) ?? sum.key,
          on: filters.government === sum.key,
          found: { ...filters, government: sum.key },
          href: to({ ...filters, government: filters.government === sum.key ? undefined : sum.key }),
        }))}
      />
      <p className="border-t border-line pt-3 text-t-1 text-ink-2">{t('weight_note')}</p>
    </div>
  );
}

type Days = { from?: string | undefined; to?: string | undefined };

/** The days that are in both. */
function within(month: { from: string; to: string }, { from = month.from, to = month.to }: Days) {
  return { from: from > month.from ? from : month.from, to: to < month.to ? to : month.to };
}
