import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { CsvFileLink } from '#app/components/incident/csv-link.tsx';
import type { QuarterOfPromises } from '#app/domain/action-item/count-promise-trend.server.ts';
import { toCsv } from '#app/domain/incident/summary.ts';
import { useFormat } from '#app/i18n/use-format.ts';
import { Link } from '#app/ui/link.tsx';

type PromiseTrendProps = {
  readonly governmentId: string;
  /** Oldest first. */
  readonly quarters: readonly QuarterOfPromises[];
};

const height = 96;
/** From the foot of a column upwards: what is settled first. */
const parts = ['done', 'dropped', 'open', 'clearance', 'late'] as const;
type Part = (typeof parts)[number];
const faces = {
  done: 'fill-done',
  dropped: 'fill-line-2',
  open: 'fill-ink',
  clearance: 'fill-wait',
  late: 'fill-signal',
} as const satisfies Record<Part, string>;
/** The lists behind the numbers. */
const lists = {
  done: '&state=done',
  dropped: '&state=dropped',
  open: '&open=1',
  clearance: '&clearance=1',
  late: '&late=1',
} as const satisfies Record<Part, string>;

/** What became of what was due, quarter by quarter: columns, and the same as a table whose numbers lead to their lists. */
export function PromiseTrend({ governmentId, quarters }: PromiseTrendProps) {
  const { t } = useTranslation('action-item');
  const format = useFormat();
  const id = useId();
  const total = (quarter: QuarterOfPromises) => parts.reduce((sum, part) => sum + quarter[part], 0);
  const most = Math.max(1, ...quarters.map(total));
  const nameOf = (quarter: string) =>
    t('trend.quarter', { year: quarter.slice(0, 4), quarter: quarter.slice(6) });
  const hrefOf = (quarter: string, part: Part) =>
    `/actions?view=table&counterpart=${governmentId}&due=${quarter}${lists[part]}`;
  const heads = [t('trend.due'), ...parts.map((part) => t(`trend.${part}`)), t('trend.on_time')];
  const csv = toCsv([
    heads,
    ...quarters.map((quarter) => [quarter.quarter, ...parts.map((part) => quarter[part]), quarter.onTime]),
  ]);
  return (
    <figure aria-labelledby={id} className="grid max-w-240 grid-cols-1 gap-3">
      <figcaption className="flex items-baseline gap-2">
        <h3 id={id} className="flex-1 text-t-4">
          {t('trend.figure')}
        </h3>
        <CsvFileLink file={`promises-${governmentId}`} title={t('trend.figure')} csv={csv} />
      </figcaption>
      <ul aria-hidden="true" className="flex flex-wrap gap-x-4 gap-y-1 text-t-2 text-ink-2">
        {parts.map((part) => (
          <li key={part} className="flex items-center gap-1.5">
            <svg width="12" height="12">
              <rect width="12" height="12" rx="1" className={faces[part]} />
            </svg>
            {t(`trend.${part}`)}
          </li>
        ))}
      </ul>
      <div aria-hidden="true" className="flex border-b border-line-2">
        {quarters.map((quarter) => (
          <svg key={quarter.quarter} className="w-0 flex-1" height={height}>
            {stacked(quarter).map(({ part, from, count }) => (
              <rect
                key={part}
                x="18%"
                width="64%"
                y={height - ((from + count) / most) * (height - 4)}
                height={(count / most) * (height - 4)}
                className={`${faces[part]} stroke-paper`}
              />
            ))}
          </svg>
        ))}
      </div>
      <div className="table-scroll">
        <table aria-labelledby={id} className="table min-w-140">
          <thead>
            <tr>
              {heads.map((head, at) => (
                <th key={head} scope="col" className={at === 0 ? undefined : 'num'}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody data-rove>
            {quarters.map((quarter) => (
              <tr key={quarter.quarter}>
                <th scope="row">{nameOf(quarter.quarter)}</th>
                {parts.map((part) => (
                  <td key={part} className="num">
                    {quarter[part] === 0 ? (
                      format.number(0)
                    ) : (
                      <Link href={hrefOf(quarter.quarter, part)}>{format.number(quarter[part])}</Link>
                    )}
                  </td>
                ))}
                <td className="num">{format.number(quarter.onTime)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}

/** Each part that is there, with what lies below it. */
function stacked(quarter: QuarterOfPromises): { part: Part; from: number; count: number }[] {
  let from = 0;
  return parts.flatMap((part) => {
    const count = quarter[part];
    const one = { part, from, count };
    from += count;
    return count > 0 ? [one] : [];
  });
}
