import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { GovernmentName } from '#app/components/government/government-name.tsx';
import type { IncidentPage } from '#app/domain/incident/find-incident-page.server.ts';
import { reportAsSighting, seenAgain, type SeriesPoint, seriesOf } from '#app/domain/incident/series.ts';
import { Moment } from '#app/i18n/moment.tsx';
import { useFormat } from '#app/i18n/use-format.ts';
import { Disclosure } from '#app/ui/disclosure.tsx';
import './amount-series.css';

const height = 132;
/** Room for figures above and days below, pixels. */
const [top, bottom] = [24, 22];
/** Room at both sides, percent, so that figures at the ends are not cut. */
const side = 8;

/** How the amount went from sighting to sighting: points on a line of time, and the same as a table. */
export function AmountSeries({ incident }: { readonly incident: IncidentPage }) {
  const { t } = useTranslation('incident');
  const format = useFormat();
  const id = useId();
  const sightings = [reportAsSighting(incident, null), ...seenAgain(incident)];
  const series = seriesOf(sightings);
  const [first, last] = [series?.points[0], series?.points.at(-1)];
  if (!series || !first || !last) return null;

  const most = Math.max(...series.points.map(({ value }) => value));
  const span = Math.max(1, last.at.getTime() - first.at.getTime());
  const spot = ({ at, value }: SeriesPoint) => ({
    x: `${side + ((at.getTime() - first.at.getTime()) / span) * (100 - 2 * side)}%`,
    y: top + (1 - value / most) * (height - top - bottom),
  });
  const said = ({ value, estimated }: SeriesPoint) => format.amount({ value, unit: series.unit, estimated });
  const highest = series.points.find(({ value }) => value === most);
  const isNamed = (point: SeriesPoint) => point === first || point === last;
  // A figure in the middle stands only where it is not among those of the ends.
  const middle = highest && !isNamed(highest) ? [highest] : [];
  return (
    <figure aria-labelledby={id} className="grid gap-1">
      <figcaption>
        <h2 id={id} className="text-t-4">
          {t('series.title')}
        </h2>
      </figcaption>
      <svg
        role="img"
        aria-label={t('series.summary', {
          first: said(first),
          from: format.date(first.at),
          last: said(last),
          to: format.date(last.at),
        })}
        width="100%"
        height={height}
        className="amount-series"
      >
        <line className="amount-axis" x1="0" x2="100%" y1={height - bottom} y2={height - bottom} />
        {series.points.slice(1).map((point, index) => {
          const before = spot(series.points[index] ?? first);
          const { x, y } = spot(point);
          return <line key={point.id} className="amount-line" x1={before.x} y1={before.y} x2={x} y2={y} />;
        })}
        {series.points.map((point) => {
          const { x, y } = spot(point);
          return (
            <circle
              key={point.id}
              className={point.estimated ? 'amount-point amount-estimated' : 'amount-point'}
              cx={x}
              cy={y}
              r="4.5"
            />
          );
        })}
        {[first, ...middle, last].map((point) => {
          const { x, y } = spot(point);
          const anchor = point === first ? 'start' : point === last ? 'end' : 'middle';
          const at = anchor === 'start' ? '0' : anchor === 'end' ? '100%' : x;
          return (
            <g key={point.id}>
              <text x={at} y={Math.max(14, y - 10)} textAnchor={anchor} className="amount-figure">
                {said(point)}
              </text>
              {anchor !== 'middle' && (
                <text x={at} y={height - 5} textAnchor={anchor} className="amount-day">
                  {format.date(point.at)}
                </text>
              )}
            </g>
          );
        })}
      </svg>
      <Disclosure title={t('series.as_table')}>
        <table aria-labelledby={id} className="figure-table">
          <thead>
            <tr>
              <th scope="col">{t('series.by')}</th>
              <th scope="col">{t('series.day')}</th>
              <th scope="col">{t('series.amount')}</th>
            </tr>
          </thead>
          <tbody>
            {series.points.map((point) => {
              const by = sightings.find((sighting) => sighting.id === point.id);
              return (
                <tr key={point.id}>
                  <td>{by && <GovernmentName government={by.government} />}</td>
                  <td>
                    <Moment at={point.at} />
                  </td>
                  <td>{said(point)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Disclosure>
    </figure>
  );
}
