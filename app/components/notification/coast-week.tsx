import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CoastWeek as Week } from '#app/domain/incident/coast-week.ts';
import { Link } from '#app/ui/link.tsx';
import { DayBars } from './day-bars.tsx';
import { KindBars } from './kind-bars.tsx';

type CoastWeekProps = {
  readonly week: Week;
  readonly governmentId: string;
  /** The same week on the chart. */
  readonly map?: ReactNode;
};

/** The own coast in the last seven days: how many, against the week before, by day and by kind. */
export function CoastWeek({ week, governmentId, map }: CoastWeekProps) {
  const { t } = useTranslation('notification');
  const list = new URLSearchParams({ government: governmentId, period: 'week' });
  return (
    <section aria-labelledby="coast">
      <h2 id="coast" className="mb-3 text-[1.125rem]">
        {t('today.coast')}
      </h2>
      <div className="grid gap-5 border-t border-line pt-4 sm:grid-cols-[minmax(0,1fr)_minmax(0,15rem)]">
        {map}
        <div className="grid content-between gap-4">
          <div className="flex items-center gap-3 text-t-3">
            <b className="num text-t-8 leading-none">{week.count}</b>
            <span className="leading-snug">
              <Link href={`/incidents?${list}`} className="block font-semibold text-ink">
                {t('today.new_incidents', { count: week.count })}
              </Link>
              <span className="text-ink-2">{t('today.last_week', { count: week.lastWeek })}</span>
            </span>
          </div>
          {week.count > 0 && <DayBars days={week.days} />}
        </div>
      </div>
      {week.count > 0 ? (
        <div className="mt-3.5">
          <h3 className="visually-hidden">{t('today.by_kind')}</h3>
          <KindBars kinds={week.kinds} hrefOf={(kind) => `/incidents?${list}&kind=${kind}`} />
        </div>
      ) : (
        <p className="mt-3 text-t-2 text-ink-2">{t('today.none_this_week')}</p>
      )}
    </section>
  );
}
