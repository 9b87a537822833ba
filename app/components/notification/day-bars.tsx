import { useTranslation } from 'react-i18next';
import { htmlLang } from '#app/i18n/languages.ts';
import { useFormat } from '#app/i18n/use-format.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { VisuallyHidden } from '#app/ui/visually-hidden.tsx';

type DayBarsProps = {
  /** Midnight UTC of each day; the last one is today. */
  readonly days: readonly { day: Date; count: number }[];
};

const height = 120;
const width = 244;
const bar = 22;
const foot = 22;
const head = 18;

/** New incidents by day as bars, today in the primary colour; for screen readers the same as a table. */
export function DayBars({ days }: DayBarsProps) {
  const { t } = useTranslation('notification');
  const format = useFormat();
  const weekday = new Intl.DateTimeFormat(htmlLang(useLanguage()), { weekday: 'short', timeZone: 'UTC' });
  const most = Math.max(1, ...days.map(({ count }) => count));
  const step = width / days.length;
  return (
    <figure>
      <svg
        viewBox={`0 0 ${width} ${head + height + foot}`}
        aria-hidden="true"
        className="block h-auto w-full max-w-80"
      >
        {days.map(({ day, count }, index) => {
          const tall = count === 0 ? 0 : Math.max(4, (count / most) * height);
          const x = index * step + (step - bar) / 2;
          const today = index === days.length - 1;
          return (
            <g key={day.toISOString()} textAnchor="middle" className="text-t-1">
              <rect
                x={x}
                y={head + height - tall}
                width={bar}
                height={tall}
                className={today ? 'fill-primary' : 'fill-ink-2'}
              />
              {count > 0 && (
                <text x={x + bar / 2} y={head + height - tall - 5} className="num fill-ink font-semibold">
                  {count}
                </text>
              )}
              <text x={x + bar / 2} y={head + height + 16} className="fill-ink-2">
                {weekday.format(day)}
              </text>
            </g>
          );
        })}
        <line x1="0" x2={width} y1={head + height + 0.5} y2={head + height + 0.5} className="stroke-line-2" />
      </svg>
      <VisuallyHidden>
        <table>
          <caption>{t('today.by_day')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('today.day')}</th>
              <th scope="col">{t('today.count')}</th>
            </tr>
          </thead>
          <tbody>
            {days.map(({ day, count }) => (
              <tr key={day.toISOString()}>
                <th scope="row">{format.day(day, { weekday: true })}</th>
                <td>{count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </VisuallyHidden>
    </figure>
  );
}
