import { useTranslation } from 'react-i18next';
import { useHolidayWords } from '#app/components/schedule/holiday-mark.tsx';
import { type ActionItemCard, isOverdue } from '#app/domain/action-item/action-item.ts';
import { isWaitingForClearance } from '#app/domain/action-item/policy.ts';
import type { Holiday } from '#app/domain/schedule/holiday.ts';
import { addMonths, barIn, monthOf, monthsIn, placeIn, type Span } from '#app/domain/schedule/timeline.ts';
import { useReader } from '#app/i18n/reader.tsx';
import { useFormat } from '#app/i18n/use-format.ts';
import { Link } from '#app/ui/link.tsx';
import { State } from '#app/ui/state.tsx';
import { ItemTitle } from './item-title.tsx';

type TimelineProps = {
  readonly items: readonly ActionItemCard[];
  readonly span: Span;
  readonly holidays: readonly Holiday[];
};

const percent = (share: number) => `${(share * 100).toFixed(3)}%`;

/** Bars from start to due date over the months, both countries' holidays and today's line; from 1024 px. */
export function Timeline({ items, span, holidays }: TimelineProps) {
  const { t } = useTranslation('schedule');
  const format = useFormat();
  const { now } = useReader();
  const months = monthsIn(span);
  const today = now >= span.from && now < span.until ? placeIn(span, now) : null;
  return (
    <div className="relative overflow-hidden rounded-r-2 border border-line bg-panel">
      <div className="grid grid-cols-[18rem_minmax(0,1fr)] border-b border-line text-t-2">
        <div className="px-3 pt-7 text-right text-t-0 leading-4 text-ink-2" aria-hidden="true">
          <div>{t('timeline.of', { country: t('country.KR') })}</div>
          <div>{t('timeline.of', { country: t('country.CN') })}</div>
        </div>
        <div className="relative border-l border-line">
          <ol className="flex h-7">
            {months.map((month) => (
              <li
                key={monthOf(month)}
                style={{ width: percent(placeIn(span, addMonths(month, 1)) - placeIn(span, month)) }}
                className="num shrink-0 border-line px-2 py-1 font-semibold not-first:border-l"
              >
                {format.month(month)}
              </li>
            ))}
          </ol>
          <HolidayRow of={holidays.filter(({ country }) => country === 'KR')} span={span} />
          <HolidayRow of={holidays.filter(({ country }) => country === 'CN')} span={span} />
        </div>
      </div>
      <ul data-rove aria-describedby="timeline-keys">
        {items.map((item) => (
          <li
            key={item.id}
            className="grid min-h-11 grid-cols-[18rem_minmax(0,1fr)] border-line not-first:border-t"
          >
            <div className="min-w-0 px-3 py-1.5">
              <Link
                href={`/actions/${item.number}`}
                data-rove-item
                className="block truncate text-t-3 text-ink no-underline hover:underline"
              >
                <span className="num mr-1.5 text-t-1 text-ink-2">{item.number}</span>
                <ItemTitle of={item} />
              </Link>
              <Notes of={item} />
            </div>
            <div className="relative border-l border-line">
              {months.slice(1).map((month) => (
                <span
                  key={monthOf(month)}
                  aria-hidden="true"
                  className="absolute inset-y-0 border-l border-line"
                  style={{ left: percent(placeIn(span, month)) }}
                />
              ))}
              {today !== null && (
                <span
                  aria-hidden="true"
                  className="absolute inset-y-0 border-l-2 border-signal"
                  style={{ left: percent(today) }}
                />
              )}
              <Bar of={item} span={span} />
            </div>
          </li>
        ))}
      </ul>
      <p id="timeline-keys" className="max-w-none border-t border-line px-3 py-2 text-t-2 text-ink-2">
        {today !== null && (
          <span className="mr-3 whitespace-nowrap">
            <span
              className="mr-1.5 inline-block h-3 border-l-2 border-signal align-middle"
              aria-hidden="true"
            />
            {t('timeline.today')} {format.date(now)}
          </span>
        )}
        {t('timeline.keys')}
      </p>
    </div>
  );
}

/** The days of one country on which its offices are closed, one mark each; its words are in the list below as well. */
function HolidayRow({ of, span }: { readonly of: readonly Holiday[]; readonly span: Span }) {
  const { t } = useTranslation('schedule');
  const format = useFormat();
  const words = useHolidayWords();
  const [first] = of;
  return (
    <div className="relative h-4" aria-label={first && t(`country.${first.country}`)} role="list">
      {of
        .filter(({ works }) => !works)
        .map((holiday) => {
          const name = `${format.day(new Date(holiday.day))} ${words(holiday)}`;
          return (
            <span
              key={holiday.day}
              role="listitem"
              aria-label={name}
              title={name}
              className="absolute top-1 h-2 w-1.5 bg-ink-2"
              style={{ left: percent(placeIn(span, new Date(holiday.day))) }}
            />
          );
        })}
    </div>
  );
}

/** Late or waiting, in words and a shape, never by colour alone. */
function Notes({ of: item }: { readonly of: ActionItemCard }) {
  const { t } = useTranslation('schedule');
  const { now } = useReader();
  if (isOverdue(item, now))
    return (
      <State shape="triangle" tone="late">
        {t('timeline.late')}
      </State>
    );
  if (isWaitingForClearance(item))
    return (
      <State shape="clock" tone="wait">
        {t('timeline.waiting')}
      </State>
    );
  return null;
}

function Bar({ of: item, span }: { readonly of: ActionItemCard; readonly span: Span }) {
  const { t } = useTranslation('schedule');
  const format = useFormat();
  const { now } = useReader();
  const bar = item.dueOn && barIn(span, item.proposedAt, item.dueOn);
  if (!bar || !item.dueOn) return null;
  const look = isOverdue(item, now)
    ? 'bg-signal'
    : isWaitingForClearance(item)
      ? 'timeline-waits'
      : item.state === 'done'
        ? 'bg-done'
        : item.state === 'proposed'
          ? 'border border-primary bg-primary-soft'
          : 'bg-primary';
  return (
    <span
      role="img"
      aria-label={t('timeline.from_to', {
        from: format.date(item.proposedAt),
        to: format.day(item.dueOn),
      })}
      className={`absolute top-3.5 h-3.5 min-w-1.5 rounded-r-1 ${look}`}
      style={{ left: percent(bar.left), width: percent(bar.width) }}
    />
  );
}
