import { useTranslation } from 'react-i18next';
import { useHolidayWords } from '#app/components/schedule/holiday-mark.tsx';
import type { ActionItemCard } from '#app/domain/action-item/action-item.ts';
import type { Holiday } from '#app/domain/schedule/holiday.ts';
import { monthOf, monthsIn, type Span } from '#app/domain/schedule/timeline.ts';
import { useFormat } from '#app/i18n/use-format.ts';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { Link } from '#app/ui/link.tsx';
import { Due } from './due.tsx';
import { ItemTitle } from './item-title.tsx';
import { StateMark } from './state-mark.tsx';

type MonthsProps = {
  readonly items: readonly ActionItemCard[];
  readonly span: Span;
  readonly holidays: readonly Holiday[];
};

/** The timeline as a list: month by month what is due, with the holidays of both countries in words. */
export function Months({ items, span, holidays }: MonthsProps) {
  const { t } = useTranslation('schedule');
  const format = useFormat();
  const words = useHolidayWords();
  return (
    <div className="grid gap-5">
      {monthsIn(span).map((month) => {
        const key = monthOf(month);
        const due = items.filter(({ dueOn }) => dueOn && monthOf(dueOn) === key);
        const free = holidays.filter(({ day }) => day.startsWith(key));
        return (
          <section key={key} aria-labelledby={`month-${key}`}>
            <h2 id={`month-${key}`} className="mb-1 flex items-baseline gap-2 text-t-4">
              {format.month(month, { year: true })}
              <span className="num text-t-2 font-normal text-ink-2">
                {t('timeline.month', { count: due.length })}
              </span>
            </h2>
            {due.length === 0 ? (
              <p className="text-t-2 text-ink-3">{t('timeline.none')}</p>
            ) : (
              <ul className="rows">
                {due.map((item) => (
                  <li key={item.id} className="grid gap-1 py-2.5">
                    <span className="flex flex-wrap items-center gap-x-3 text-t-2 text-ink-2">
                      <span className="num">{item.number}</span>
                      <StateMark state={item.state} />
                    </span>
                    <Link href={`/actions/${item.number}`} className="text-ink no-underline hover:underline">
                      <ItemTitle of={item} />
                    </Link>
                    <Due of={item} />
                  </li>
                ))}
              </ul>
            )}
            {free.length > 0 && (
              <Disclosure title={`${t('timeline.holidays')} ${free.length}`}>
                <ul className="grid gap-0.5 text-t-2 text-ink-2">
                  {free.map((holiday) => (
                    <li key={`${holiday.country}${holiday.day}`}>
                      <span className="num">{format.day(new Date(holiday.day))}</span> {words(holiday)}
                    </li>
                  ))}
                </ul>
              </Disclosure>
            )}
          </section>
        );
      })}
    </div>
  );
}
