import { useTranslation } from 'react-i18next';
import type { ActionItemCard } from '#app/domain/action-item/action-item.ts';
import type { Holiday } from '#app/domain/schedule/holiday.ts';
import { addMonths, barIn, monthOf, monthsShown, type Span } from '#app/domain/schedule/timeline.ts';
import { useFormat } from '#app/i18n/use-format.ts';
import { LinkButton } from '#app/ui/link-button.tsx';
import { Link } from '#app/ui/link.tsx';
import { ItemTitle } from './item-title.tsx';
import { Months } from './months.tsx';
import { Timeline } from './timeline.tsx';

type TimelinePageProps = {
  readonly items: readonly ActionItemCard[];
  readonly span: Span;
  readonly holidays: readonly Holiday[];
  /** The same page from another month on. */
  readonly toMonth: (month: string) => string;
};

/** Six months of joint work: a chart where there is room, a list by months below it and on a phone. */
export function TimelinePage({ items, span, holidays, toMonth }: TimelinePageProps) {
  const { t } = useTranslation('schedule');
  const format = useFormat();
  const shown = items.filter(
    ({ state, dueOn, proposedAt }) =>
      state !== 'dropped' && dueOn !== null && barIn(span, proposedAt, dueOn) !== null,
  );
  const undated = items.filter(
    ({ state, dueOn }) => dueOn === null && state !== 'done' && state !== 'dropped',
  );
  const last = addMonths(span.until, -1);
  return (
    <div className="page-body grid gap-5 pt-5">
      <div className="flex flex-wrap items-center gap-3">
        <LinkButton href={toMonth(monthOf(addMonths(span.from, -monthsShown)))} size="sm">
          {t('timeline.earlier')}
        </LinkButton>
        <span className="num text-t-3 font-semibold">
          {t('timeline.span', {
            from: format.month(span.from, { year: true }),
            to: format.month(last, { year: true }),
          })}
        </span>
        <LinkButton href={toMonth(monthOf(span.until))} size="sm">
          {t('timeline.later')}
        </LinkButton>
      </div>
      <div className="max-lg:hidden">
        <Timeline items={shown} span={span} holidays={holidays} />
      </div>
      <Months items={shown} span={span} holidays={holidays} />
      {undated.length > 0 && (
        <section aria-labelledby="undated">
          <h2 id="undated" className="mb-1 text-t-4">
            {t('timeline.undated')}
          </h2>
          <ul className="rows">
            {undated.map((item) => (
              <li key={item.id} className="py-2.5">
                <Link href={`/actions/${item.number}`} className="text-ink no-underline hover:underline">
                  <span className="num mr-2 text-t-2 text-ink-2">{item.number}</span>
                  <ItemTitle of={item} />
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
