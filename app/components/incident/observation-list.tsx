import { useTranslation } from 'react-i18next';
import { GovernmentName } from '#app/components/government/government-name.tsx';
import { formatCoordinates } from '#app/domain/incident/coordinates.ts';
import type { Sighting } from '#app/domain/incident/series.ts';
import { htmlLang } from '#app/i18n/languages.ts';
import { Moment } from '#app/i18n/moment.tsx';
import { Link } from '#app/ui/link.tsx';
import { AmountList } from './amount-list.tsx';
import { PhotoStrip } from './photo-strip.tsx';

type ObservationListProps = { readonly of: readonly Sighting[]; readonly title: string };

/** How the incident was seen again, the oldest first; by its duplicates, too. */
export function ObservationList({ of, title }: ObservationListProps) {
  const { t } = useTranslation('incident');
  if (of.length === 0) return null;
  return (
    <section aria-labelledby="observations" className="grid gap-3">
      <h2 id="observations" className="text-t-4">
        {t('observation.title')}
      </h2>
      <ol className="rows rows-ink">
        {of.map((observation) => (
          <li key={observation.id} className="grid gap-2 py-3">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-t-2 text-ink-2">
              <GovernmentName government={observation.government} />
              <Moment at={observation.seenAt} as="both" weekday />
              <span className="num">{formatCoordinates(observation)}</span>
              {observation.number && (
                <span>
                  {t('observation.from')}{' '}
                  <Link href={`/incidents/${observation.number}`} className="num">
                    {observation.number}
                  </Link>
                </span>
              )}
            </div>
            {observation.note && (
              <p lang={htmlLang(observation.language)} className="whitespace-pre-line">
                {observation.note}
              </p>
            )}
            <PhotoStrip photos={observation.photos} title={title} />
            {observation.amounts.length > 0 && <AmountList amounts={observation.amounts} />}
          </li>
        ))}
      </ol>
    </section>
  );
}
